package org.fogg.broker.updates;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.tomcat.websocket.server.WsContextListener;
import org.fogg.broker.config.FoggProperties;
import org.fogg.broker.security.Keys;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Wires trade updates. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
public class UpdatesConfiguration {

    @Bean
    Streams streams(
            UpdateLog log,
            Keys keys,
            JsonMapper mapper,
            MeterRegistry meters,
            FoggProperties settings) {
        return new Streams(
                log,
                keys,
                new StreamJson(mapper),
                meters,
                settings.stream().maxSessions(),
                settings.keys().revocationPoll(),
                System::nanoTime);
    }

    /** An embedded Tomcat does not look for its own WebSocket. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> webSocketOfTomcat() {
        return factory ->
                factory.addContextCustomizers(
                        context ->
                                context.addApplicationListener(WsContextListener.class.getName()));
    }

    @Bean
    WebSocketConfigurer streamEndpoint(Streams streams) {
        // Any origin: nothing but the first message says who it is, and no browser sends that
        // alone.
        return registry ->
                registry.addHandler(new StreamHandler(streams), "/stream").setAllowedOrigins("*");
    }
}
