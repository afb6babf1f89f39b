package org.fogg.broker.security;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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

    private static final ApiError NOT_ADMINISTRATOR =
            ApiError.of(ErrorCode.FORBIDDEN, "forbidden: this needs the administrator's key");

    private static final ApiError OTHER_KEY =
            ApiError.of(ErrorCode.FORBIDDEN, "forbidden: this needs another kind of key");

    @Bean
    KeyCache keyCache(KeyStore store, FoggProperties settings) {
        RateLimiterConfig limits = limits(settings.rateLimit());
        return new KeyCache(
                store, settled(settings, limits), settings.keys(), limits, Ticker.systemTicker());
    }

    /** The administrator's key, and that of brokers where there are other georegions. */
    private static Map<String, KnownKey> settled(
            FoggProperties settings, RateLimiterConfig limits) {
        Map<String, KnownKey> keys = new HashMap<>();
        FoggProperties.Admin admin = settings.admin();
        keys.put(
                admin.keyId(),
                new KnownKey(
                        StoredKey.of(admin.keyId(), admin.secretKey(), Role.ADMINISTRATOR, null),
                        limits));
        String secret = settings.brokers().secretKey();
        if (!secret.isEmpty()) {
            StoredKey brokers = StoredKey.of(BrokerKey.ID, secret, Role.BROKER, null);
            // How much may wait at once is limited at both ends.
            keys.put(BrokerKey.ID, new KnownKey(brokers, null));
        }
        return keys;
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
                                                        errors.write(response, forbidden(request))))
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers("/v2/admin/**")
                                        .hasRole(Role.ADMINISTRATOR.name())
                                        .requestMatchers("/v2/brokers/**")
                                        .hasRole(Role.BROKER.name())
                                        .requestMatchers("/v2/**")
                                        .hasAnyRole(Role.TRADER.name(), Role.ADMINISTRATOR.name())
                                        .anyRequest()
                                        .permitAll())
                .addFilterBefore(keyFilter, AuthorizationFilter.class)
                .build();
    }

    private static ApiError forbidden(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/v2/admin/") ? NOT_ADMINISTRATOR : OTHER_KEY;
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
