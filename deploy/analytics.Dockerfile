# Built from the project's root, after mvn -Pfast package.
FROM eclipse-temurin:21-jre
RUN useradd --system --uid 10001 fogg
WORKDIR /opt/fogg
COPY analytics/target/analytics-*-exec.jar analytics.jar
USER fogg
EXPOSE 18085
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Xmx256m", "-jar", "analytics.jar"]
