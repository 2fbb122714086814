'use strict';

/** Refuses to start: the embedded semantic layer keeps its pre-aggregations in PostgreSQL. */
class CubeStoreHandler {
  constructor() {
    throw new Error('Cube Store is not part of the embedded semantic layer');
  }
}

module.exports = { CubeStoreHandler, isCubeStoreSupported: () => false };
