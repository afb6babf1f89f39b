package org.fogg.broker.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that the called method does not have, and repeated ones: a filter that
 * is silently not applied would show a client another list than it asked for.
 */
final class KnownParameters implements HandlerInterceptor {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null && handler instanceof HandlerMethod method) {
            Set<String> names =
                    known.computeIfAbsent(method.getMethod(), ignored -> namesOf(method));
            request.getParameterMap()
                    .forEach(
                            (name, values) -> {
                                if (!names.contains(name)) {
                                    throw ApiException.invalid(
                                            Texts.quoted(name),
                                            "is not a parameter of this request, whose parameters"
                                                    + " are "
                                                    + (names.isEmpty()
                                                            ? "none"
                                                            : String.join(", ", names)));
                                }
                                if (values.length > 1) {
                                    throw ApiException.invalid(name, "must be given once");
                                }
                            });
        }
        return true;
    }

    private static Set<String> namesOf(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                names.add(annotation.value());
            }
        }
        return names;
    }
}
