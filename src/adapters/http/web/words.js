// @ts-check
/** Everything the page says of its own, in both languages. What the bot answers comes from the server. */

/** @typedef {{ es: string, en: string }} Words */

export const WORDS = {
  skip: { es: "Ir a la pregunta", en: "Skip to the question" },
  welcome: { es: "Pregúntame de cine", en: "Ask me about films" },
  lead: {
    es: "Votos, directores, estrenos, qué ver después… Escribe como te salga: sin acentos, con erratas, con el título que recuerdes.",
    en: "Votes, directors, releases, what to watch next… Type it any way you like: no accents, with typos, by whichever title you remember.",
  },
  picks: { es: "Hoy, entre las mejor valoradas", en: "Today, from the best rated" },
  discover: { es: "Descubrir", en: "Discover" },
  examples: { es: "Prueba con", en: "Try" },
  sentence1: { es: "¿Qué veo hoy?", en: "What should I watch today?" },
  sentence2: {
    es: "Una comedia de los 90 que dure menos de 100 minutos",
    en: "A comedy of the 90s under 100 minutes",
  },
  sentence3: { es: "Películas como El padrino", en: "Films like The Godfather" },
  sentence4: { es: "Terror español bien votado", en: "Well rated Spanish horror" },
  sentence5: { es: "¿Quién dirige Parásitos?", en: "Who directed Parasite?" },
  sentence6: { es: "¿En qué orden veo Star Wars?", en: "In which order do I watch Star Wars?" },
  sentence7: {
    es: "Películas con Penélope Cruz y Javier Bardem",
    en: "Films with Penélope Cruz and Javier Bardem",
  },
  sentence8: { es: "¿Cuánto recaudó Titanic?", en: "How much did Titanic make?" },
  sentence9: { es: "Ciencia ficción que casi nadie vio", en: "Science fiction hidden gems" },
  sentence10: { es: "¿Cuánto dura El señor de los anillos?", en: "How long is The Lord of the Rings?" },
  browse: { es: "Explorar", en: "Browse" },
  byGenre: { es: "Por género", en: "By genre" },
  byDecade: { es: "Por década", en: "By decade" },
  byPlatform: { es: "Por plataforma", en: "By platform" },
  genre1: { es: "Acción", en: "Action" },
  genre2: { es: "Comedia", en: "Comedy" },
  genre3: { es: "Drama", en: "Drama" },
  genre4: { es: "Terror", en: "Horror" },
  genre5: { es: "Ciencia ficción", en: "Science fiction" },
  genre6: { es: "Suspense", en: "Thriller" },
  genre7: { es: "Romance", en: "Romance" },
  genre8: { es: "Animación", en: "Animation" },
  genre9: { es: "Documental", en: "Documentary" },
  how: { es: "Cómo añadirlo a Discord o Telegram", en: "How to add it to Discord or Telegram" },
  howSoon: {
    es: "Las respuestas son las mismas que aquí; lo pone en marcha quien administra el bot.",
    en: "The answers are the same as here; whoever runs the bot turns it on.",
  },
  howDiscord: {
    es: "Crea una aplicación con un bot en el portal de desarrolladores de Discord, pon su token en DISCORD_TOKEN y abre el enlace de instalación de la aplicación para añadirla a tu servidor o a tu cuenta.",
    en: "Create an application with a bot in Discord’s developer portal, put its token into DISCORD_TOKEN and open the application’s install link to add it to your server or your account.",
  },
  howTelegram: {
    es: "Crea un bot con @BotFather y pon su token en TELEGRAM_TOKEN; después, escríbele en privado, añádelo a un grupo o nómbralo en cualquier chat.",
    en: "Create a bot with @BotFather and put its token into TELEGRAM_TOKEN; then write to it in private, add it to a group or name it in any chat.",
  },
  howReadme: {
    es: "El README del proyecto explica cómo ponerlo en marcha.",
    en: "The project’s README explains how to run it.",
  },
  log: { es: "Conversación", en: "Conversation" },
  suggestions: { es: "Sugerencias", en: "Suggestions" },
  keys: { es: "↑ ↓ elegir · Tab completar · Intro preguntar", en: "↑ ↓ pick · Tab complete · Enter ask" },
  commands: { es: "Ver los comandos", en: "Show the commands" },
  question: { es: "Tu pregunta", en: "Your question" },
  placeholder: { es: "votos jurasic park", en: "votos jurassic park" },
  send: { es: "Preguntar", en: "Ask" },
  take: { es: "Toma", en: "Take" },
  asking: { es: "Buscando…", en: "Looking it up…" },
  slow: { es: "Está tardando más de lo normal…", en: "This is taking longer than usual…" },
  retry: { es: "Reintentar", en: "Try again" },
  offline: {
    es: "No hay conexión. Revisa la red y vuelve a intentarlo.",
    en: "There is no connection. Check the network and try again.",
  },
  unreachable: {
    es: "No pude llegar al servidor. Puede que la red falle o que se esté reiniciando.",
    en: "The server could not be reached. The network may be down, or it is restarting.",
  },
  timeout: { es: "El servidor no respondió a tiempo.", en: "The server did not answer in time." },
  busy: {
    es: "Demasiadas preguntas seguidas. Espera un momento y vuelve a intentarlo.",
    en: "Too many questions at once. Wait a moment and try again.",
  },
  broken: { es: "Algo falló de nuestro lado.", en: "Something went wrong on our side." },
  follow: { es: "Sigue con", en: "Go on with" },
  elsewhere: { es: "En otras páginas", en: "On other pages" },
  table: { es: "Tabla", en: "Table" },
  fewer: { es: "Ver menos", en: "Show fewer" },
  openPage: { es: "Ver su página", en: "See its page" },
  copy: { es: "Copiar enlace", en: "Copy link" },
  copied: { es: "Enlace copiado", en: "Link copied" },
  notCopied: {
    es: "No se pudo copiar: usa la dirección de la barra del navegador",
    en: "Could not copy: use the address in the browser’s bar",
  },
  toDark: { es: "Cambiar a tema oscuro", en: "Switch to the dark theme" },
  toLight: { es: "Cambiar a tema claro", en: "Switch to the light theme" },
  noSuggestions: { es: "Sin sugerencias", en: "No suggestions" },
};

/** In these very words, whatever the language. */
export const NOTICE = "This product uses the TMDB API but is not endorsed or certified by TMDB.";

/**
 * The button under a folded list. Lines are mostly films, "las películas"; those of the help are "los comandos".
 * @param {string} count
 * @param {boolean} commands
 * @returns {Words}
 */
export const seeAll = (count, commands) => ({
  es: `Ver ${commands ? "los" : "las"} ${count}`,
  en: `See all ${count}`,
});

/**
 * @param {number} count
 * @returns {Words}
 */
export const suggestionCount = (count) =>
  count === 0
    ? WORDS.noSuggestions
    : {
        es: count === 1 ? "1 sugerencia" : `${count} sugerencias`,
        en: count === 1 ? "1 suggestion" : `${count} suggestions`,
      };

/**
 * @param {number} count
 * @returns {Words}
 */
export const choiceCount = (count) => ({
  es: count === 1 ? "1 opción" : `${count} opciones`,
  en: count === 1 ? "1 choice" : `${count} choices`,
});

/**
 * @param {string} films
 * @param {string} day
 * @returns {Words}
 */
export const dataLine = (films, day) => ({
  es: `${films} películas · datos del ${day}`,
  en: `${films} films · data as of ${day}`,
});
