/** The embedded store does what every store must. */
import { openStoreHere } from "../../../src/store/opening/here.js";
import { memoryFolder } from "../../support/store/folder.js";
import { storeCases } from "../../support/store/store.case.js";

storeCases(() => openStoreHere({ folder: memoryFolder() }));
