/** The main class of the Elasticsearch process: it runs inside the server, not beside it. */
package org.fogg.stack.elasticsearch;
