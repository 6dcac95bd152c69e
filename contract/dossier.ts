/** dossier: 履职档案. */
export {};
