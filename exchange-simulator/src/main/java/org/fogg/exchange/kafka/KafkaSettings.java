package org.fogg.exchange.kafka;

/**
 * Where Kafka is.
 *
 * @param bootstrap {@code host:port}, several separated by commas
 * @param replication replication factor of topics that are created
 */
public record KafkaSettings(String bootstrap, int replication) {}
