package org.fogg.broker.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fogg.broker.command.UnavailableException;
import org.fogg.broker.config.RateLimitProperties;
import org.fogg.broker.web.ApiError;
import org.fogg.broker.web.ErrorCode;
import org.fogg.broker.web.ErrorWriter;
import org.fogg.broker.web.Stages;
import org.fogg.broker.web.Unavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells whose key a request carries. A request without one goes on unauthenticated; what it may see
 * is decided after this filter.
 */
final class KeyFilter extends OncePerRequestFilter {

    static final String KEY_ID = "APCA-API-KEY-ID";
    static final String SECRET = "APCA-API-SECRET-KEY";

    private static final ApiError WRONG =
            ApiError.of(
                    ErrorCode.UNAUTHORIZED,
                    "unauthorized: " + KEY_ID + " and " + SECRET + " are not a valid key");

    private final KeyCache keys;
    private final ErrorWriter errors;
    private final Stages stages;
    private final ApiError tooMany;

    KeyFilter(KeyCache keys, RateLimitProperties limit, ErrorWriter errors, Stages stages) {
        this.keys = keys;
        this.errors = errors;
        this.stages = stages;
        ApiError error =
                ApiError.of(
                        ErrorCode.RATE_LIMIT,
                        "rate limit exceeded: at most "
                                + limit.requests()
                                + " requests in "
                                + limit.period().toMillis()
                                + " ms");
        tooMany =
                new ApiError(
                        error.code(),
                        error.message(),
                        error.details(),
                        Math.toIntExact(Math.max(1, limit.period().toSeconds())));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String keyId = request.getHeader(KEY_ID);
        if (keyId == null) {
            chain.doFilter(request, response);
            return;
        }
        long start = System.nanoTime();
        ApiError refusal;
        try {
            KnownKey key = keys.find(keyId);
            refusal = refusal(key, request.getHeader(SECRET));
            if (key != null && refusal == null) {
                SecurityContextHolder.setContext(new SecurityContextImpl(key.token()));
            }
        } catch (UnavailableException e) {
            refusal = Unavailable.error(e);
        }
        stages.authenticated(System.nanoTime() - start);
        if (refusal != null) {
            errors.write(response, refusal);
        } else {
            // The context holder is cleared by the filter that set it up, before this one.
            chain.doFilter(request, response);
        }
    }

    private @Nullable ApiError refusal(@Nullable KnownKey key, @Nullable String secret) {
        if (key == null || secret == null || !key.matches(secret)) {
            return WRONG;
        }
        return key.tryRequest() ? null : tooMany;
    }
}
