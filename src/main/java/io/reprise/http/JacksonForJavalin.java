package io.reprise.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/** Lets {@code context.json(...)} speak through our mapper; Javalin's own adapter loads a Kotlin module. */
final class JacksonForJavalin implements io.javalin.json.JsonMapper {
    private final JsonMapper mapper;

    JacksonForJavalin(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String toJsonString(Object value, Type type) {
        return mapper.writeValueAsString(value);
    }

    @Override
    public InputStream toJsonStream(Object value, Type type) {
        return new ByteArrayInputStream(mapper.writeValueAsBytes(value));
    }

    @Override
    public void writeToOutputStream(Stream<?> values, OutputStream out) {
        try (SequenceWriter writer = mapper.writer().writeValuesAsArray(out)) {
            values.forEach(writer::write);
        }
    }

    @Override
    public <T> T fromJsonString(String json, Type type) {
        try {
            return mapper.readValue(json, mapper.constructType(type));
        } catch (JacksonException e) {
            throw Problem.badRequest("The body does not fit: " + Json.reason(e))
                    .where("body")
                    .raised();
        }
    }

    @Override
    public <T> T fromJsonStream(InputStream json, Type type) {
        try {
            return mapper.readValue(json, mapper.constructType(type));
        } catch (JacksonException e) {
            throw Problem.badRequest("The body does not fit: " + Json.reason(e))
                    .where("body")
                    .raised();
        }
    }
}
