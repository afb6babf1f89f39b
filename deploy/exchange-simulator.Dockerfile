# Built from the project's root, after mvn -Pfast package.
FROM eclipse-temurin:21-jre
RUN useradd --system --uid 10001 fogg
WORKDIR /opt/fogg
COPY exchange-simulator/target/exchange-simulator-*-exec.jar exchange-simulator.jar
USER fogg
EXPOSE 18090
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Xmx192m", "-jar", "exchange-simulator.jar"]
