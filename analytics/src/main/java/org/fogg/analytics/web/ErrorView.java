package org.fogg.analytics.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An error.
 *
 * @param message one sentence for people
 * @param field the parameter that breaks a rule; absent for other errors
 * @param rule what it must be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErrorView(String message, @Nullable String field, @Nullable String rule) {}
