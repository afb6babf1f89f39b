package org.fogg.broker.web;

import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A decimal number of a request as it was written, as a JSON number or string; not yet checked.
 *
 * @param text what was written
 */
@JsonDeserialize(using = DecimalText.Reader.class)
@Schema(type = "string", description = "A decimal, as a JSON string or number", example = "100.25")
public record DecimalText(String text) {

    /** Keeps the digits: a double would change them. */
    static final class Reader extends ValueDeserializer<DecimalText> {

        @Override
        public DecimalText deserialize(JsonParser parser, DeserializationContext context) {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
                return new DecimalText(parser.getString());
            }
            return context.reportInputMismatch(
                    DecimalText.class, "must be a decimal, as a JSON string or number");
        }
    }
}
