package org.fogg.broker.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says about the API as a whole: keys, errors, units. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String KEY_ID = "APCA-API-KEY-ID";
    private static final String SECRET = "APCA-API-SECRET-KEY";

    private static final List<ErrorDoc> ERRORS =
            List.of(
                    new ErrorDoc(
                            "401",
                            "No key, or a wrong one",
                            ErrorCode.UNAUTHORIZED,
                            "unauthorized: header APCA-API-KEY-ID is missing"),
                    new ErrorDoc(
                            "403",
                            "Not enough cash or shares, halted, or not this key's",
                            ErrorCode.FORBIDDEN,
                            "insufficient buying power (requested: 1000.00, available: 12.50)"),
                    new ErrorDoc(
                            "404",
                            "Not there, or someone else's",
                            ErrorCode.NOT_FOUND,
                            "order not found: 0f8fad5b-d9cb-869f-a165-70867728950e"),
                    new ErrorDoc(
                            "422",
                            "A field or parameter breaks its rule",
                            ErrorCode.INVALID_PARAMETER,
                            "qty: must be above 0, was -1"),
                    new ErrorDoc(
                            "429",
                            "The key's rate limit",
                            ErrorCode.RATE_LIMIT,
                            "rate limit exceeded: at most 10000 requests in 1000 ms"),
                    new ErrorDoc(
                            "503",
                            "Something needed is away. Repeating the same request with"
                                    + " the same client_order_id is always safe; Retry-After says"
                                    + " when",
                            ErrorCode.UNAVAILABLE,
                            "Kafka does not answer"));

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Fogg broker")
                                .version("v2")
                                .description(
                                        "Trading in the shapes of the Alpaca Trading API v2."
                                                + " Decimals are JSON strings in answers, and"
                                                + " strings or numbers in requests. Times are RFC"
                                                + " 3339 with nanoseconds. What is absent is null."
                                                + " All amounts are USD; quantities are whole"
                                                + " shares.")
                                .license(
                                        new License()
                                                .name("Apache-2.0")
                                                .url(
                                                        "https://www.apache.org/licenses/LICENSE-2.0")))
                .components(
                        new Components()
                                .addSecuritySchemes("keyId", header(KEY_ID))
                                .addSecuritySchemes("secretKey", header(SECRET)))
                .addSecurityItem(new SecurityRequirement().addList("keyId").addList("secretKey"));
    }

    @Bean
    OpenApiCustomizer errorAnswers() {
        return api -> {
            api.getComponents()
                    .addSchemas(
                            "Error",
                            ModelConverters.getInstance()
                                    .resolveAsResolvedSchema(new AnnotatedType(ErrorDoc.Body.class))
                                    .schema);
            api.getPaths().values().forEach(path -> path.readOperations().forEach(this::addErrors));
        };
    }

    private void addErrors(Operation operation) {
        for (ErrorDoc error : ERRORS) {
            operation.getResponses().putIfAbsent(error.status(), error.response());
        }
    }

    private static SecurityScheme header(String name) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name(name);
    }

    /** One error in the document, with an example. */
    private record ErrorDoc(String status, String description, ErrorCode code, String example) {

        ApiResponse response() {
            return new ApiResponse()
                    .description(description)
                    .content(
                            new Content()
                                    .addMediaType(
                                            "application/json",
                                            new MediaType()
                                                    .schema(
                                                            new Schema<>()
                                                                    .$ref(
                                                                            "#/components/schemas/Error"))
                                                    .example(ApiError.of(code, example).body())));
        }

        /** Shape of every error's body; some have more members, as the request may need them. */
        record Body(int code, String message) {}
    }
}
