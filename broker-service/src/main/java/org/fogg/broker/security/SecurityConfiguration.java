package org.fogg.broker.security;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.security.SecureRandom;
import java.time.Duration;
import org.fogg.broker.config.FoggProperties;
import org.fogg.broker.config.RateLimitProperties;
import org.fogg.broker.web.ApiError;
import org.fogg.broker.web.ErrorCode;
import org.fogg.broker.web.ErrorWriter;
import org.fogg.broker.web.Stages;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;

/** Wires who may ask for what. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityConfiguration {

    private static final ApiError MISSING =
            ApiError.of(
                    ErrorCode.UNAUTHORIZED,
                    "unauthorized: header " + KeyFilter.KEY_ID + " is missing");

    private static final ApiError FORBIDDEN =
            ApiError.of(ErrorCode.FORBIDDEN, "forbidden: this needs the administrator's key");

    @Bean
    KeyCache keyCache(KeyStore store, FoggProperties settings) {
        StoredKey administrator =
                StoredKey.of(
                        settings.admin().keyId(),
                        settings.admin().secretKey(),
                        Role.ADMINISTRATOR,
                        null);
        return new KeyCache(
                store,
                administrator,
                settings.keys(),
                limits(settings.rateLimit()),
                Ticker.systemTicker());
    }

    @Bean
    RevocationPoll revocationPoll(KeyCache keys, FoggProperties settings) {
        return new RevocationPoll(keys, settings.keys().revocationPoll());
    }

    @Bean
    KeyIssuer keyIssuer(KeyStore store) {
        return new KeyIssuer(store, new SecureRandom());
    }

    @Bean
    Keys keys(KeyCache cache) {
        return new Keys(cache);
    }

    @Bean
    KeyFilter keyFilter(KeyCache keys, FoggProperties settings, ErrorWriter errors, Stages stages) {
        return new KeyFilter(keys, settings.rateLimit(), errors, stages);
    }

    /** Only within the security chain, not once more for every request of the container. */
    @Bean
    FilterRegistrationBean<KeyFilter> keyFilterOnlyInChain(KeyFilter filter) {
        FilterRegistrationBean<KeyFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /** No span for every filter of every request. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** As few filters as stateless keys need: every one of them is on the path of an order. */
    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http, KeyFilter keyFilter, ErrorWriter errors) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(
                        context ->
                                context.securityContextRepository(
                                        new NullSecurityContextRepository()))
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(
                                                (request, response, failure) ->
                                                        errors.write(response, MISSING))
                                        .accessDeniedHandler(
                                                (request, response, failure) ->
                                                        errors.write(response, FORBIDDEN)))
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers("/v2/admin/**")
                                        .hasRole(Role.ADMINISTRATOR.name())
                                        .requestMatchers("/v2/**")
                                        .authenticated()
                                        .anyRequest()
                                        .permitAll())
                .addFilterBefore(keyFilter, AuthorizationFilter.class)
                .build();
    }

    private static RateLimiterConfig limits(RateLimitProperties limit) {
        return RateLimiterConfig.custom()
                .limitForPeriod(limit.requests())
                .limitRefreshPeriod(limit.period())
                .timeoutDuration(Duration.ZERO)
                .writableStackTraceEnabled(false)
                .build();
    }
}
