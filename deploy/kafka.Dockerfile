# Kafka with an agent that shows its essentials to Prometheus. Built from the project's root, after mvn -Pfast package.
FROM apache/kafka:4.3.1
COPY deploy/target/jmx/jmx_prometheus_javaagent.jar deploy/jmx/kafka.yml /opt/jmx/
ENV KAFKA_OPTS="-javaagent:/opt/jmx/jmx_prometheus_javaagent.jar=7071:/opt/jmx/kafka.yml"
EXPOSE 7071 9092
