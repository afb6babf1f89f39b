/** The main class of the Kafka process: it runs inside the server, not beside it. */
package org.fogg.stack.kafka;
