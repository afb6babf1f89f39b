# Cassandra with an agent that shows its essentials to Prometheus. Built from the project's root, after mvn -Pfast package.
FROM cassandra:5.0.9
COPY deploy/target/jmx/jmx_prometheus_javaagent.jar deploy/jmx/cassandra.yml /opt/jmx/
ENV JVM_EXTRA_OPTS="-javaagent:/opt/jmx/jmx_prometheus_javaagent.jar=7070:/opt/jmx/cassandra.yml"
USER cassandra
EXPOSE 7070 9042
