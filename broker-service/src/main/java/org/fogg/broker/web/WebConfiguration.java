package org.fogg.broker.web;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Wires what every part of the REST API shares. */
@Configuration(proxyBeanMethods = false)
@Import({ErrorHandler.class, ErrorPage.class, PingController.class, OpenApiConfiguration.class})
public class WebConfiguration implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/v2/**");
    }

    @Bean
    JsonMapper jsonMapper() {
        return Json.mapper();
    }

    @Bean
    ErrorWriter errorWriter(JsonMapper mapper) {
        return new ErrorWriter(mapper);
    }

    @Bean
    Stages stages(MeterRegistry registry) {
        return new Stages(registry);
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(ErrorWriter errors) {
        FilterRegistrationBean<BodyLimit> filter =
                new FilterRegistrationBean<>(new BodyLimit(errors));
        filter.addUrlPatterns("/v2/*");
        // Before the key is looked at: a huge body needs no key to be refused.
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> queueValve(
            @Value("${server.tomcat.threads.max:400}") int threads, MeterRegistry meters) {
        return factory ->
                factory.addEngineValves(new QueueValve(threads, QueueValve::waiting, meters));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> jsonErrorValve() {
        return factory ->
                factory.addContextCustomizers(
                        context -> {
                            if (context.getParent() instanceof StandardHost host) {
                                host.setErrorReportValveClass(JsonErrorValve.class.getName());
                            }
                        });
    }
}
