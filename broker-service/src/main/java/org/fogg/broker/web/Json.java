package org.fogg.broker.web;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** How request bodies are read: strictly, and within bounds. */
public final class Json {

    /** Deepest nesting of a body. */
    static final int DEEPEST = 16;

    /** Longest number of a body, in characters. */
    static final int LONGEST_NUMBER = 64;

    /** Longest name of a field, in characters. */
    static final int LONGEST_NAME = 256;

    private Json() {}

    /** The mapper of all bodies. */
    public static JsonMapper mapper() {
        JsonFactory factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(DEEPEST)
                                        .maxNumberLength(LONGEST_NUMBER)
                                        .maxNameLength(LONGEST_NAME)
                                        .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        // A stack of source text in messages would repeat the client's secrets.
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .addModule(
                        new SimpleModule("fogg-text")
                                .addDeserializer(String.class, new TextReader()))
                .build();
    }
}
