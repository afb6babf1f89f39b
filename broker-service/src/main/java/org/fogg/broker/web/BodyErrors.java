package org.fogg.broker.web;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with what a client wrote in JSON. */
public final class BodyErrors {

    private static final String BODY = "request body";

    private BodyErrors() {}

    static ApiError of(Throwable failure) {
        return of(BODY, failure);
    }

    /**
     * What is wrong.
     *
     * @param what what could not be read, e.g. a request body
     */
    public static ApiError of(String what, Throwable failure) {
        JacksonException invalid = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // A body that got too long while it was read.
            if (cause instanceof ApiException refused) {
                return refused.error();
            }
            if (invalid == null && cause instanceof JacksonException json) {
                invalid = json;
            }
        }
        if (invalid != null) {
            return ofJson(what, invalid);
        }
        return ApiError.of(
                ErrorCode.INVALID_BODY, what + " format is invalid: a JSON object is required");
    }

    private static ApiError ofJson(String what, JacksonException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return ApiError.of(
                    ErrorCode.INVALID_PARAMETER,
                    Texts.quoted(unknown.getPropertyName())
                            + ": is not a field of this request, whose fields are "
                            + names(unknown));
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return ofMismatch(what, mismatch);
        }
        if (failure instanceof StreamConstraintsException) {
            return ApiError.of(
                    ErrorCode.INVALID_BODY,
                    what
                            + " format is invalid: nesting must be at most "
                            + Json.DEEPEST
                            + " levels, a name at most "
                            + Json.LONGEST_NAME
                            + " and a number at most "
                            + Json.LONGEST_NUMBER
                            + " characters");
        }
        return ApiError.of(
                ErrorCode.INVALID_BODY,
                what + " format is invalid: it is not well-formed JSON" + place(failure));
    }

    private static ApiError ofMismatch(String what, MismatchedInputException failure) {
        String field = path(failure.getPath());
        if (field.isEmpty()) {
            return ApiError.of(
                    ErrorCode.INVALID_BODY,
                    what + " format is invalid: one JSON object is required" + place(failure));
        }
        return ApiError.of(ErrorCode.INVALID_PARAMETER, field + ": must be " + expected(failure));
    }

    private static String expected(MismatchedInputException failure) {
        Class<?> type = failure.getTargetType();
        if (type == DecimalText.class) {
            return "a decimal, as a JSON string or number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a JSON string";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a JSON array";
        }
        return "a JSON object";
    }

    private static String path(List<JacksonException.Reference> path) {
        return path.stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(name -> name != null)
                .collect(Collectors.joining("."));
    }

    private static String names(UnrecognizedPropertyException failure) {
        return failure.getKnownPropertyIds() == null
                ? "none"
                : failure.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static String place(JacksonException failure) {
        return failure.getLocation() == null
                ? ""
                : " (line "
                        + failure.getLocation().getLineNr()
                        + ", column "
                        + failure.getLocation().getColumnNr()
                        + ")";
    }
}
