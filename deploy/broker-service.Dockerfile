# Built from the project's root, after mvn -Pfast package.
FROM eclipse-temurin:21-jre
RUN useradd --system --uid 10001 fogg
WORKDIR /opt/fogg
COPY broker-service/target/broker-service-*-exec.jar broker-service.jar
USER fogg
EXPOSE 18080 18081
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Xmx512m", "-jar", "broker-service.jar"]
