package io.reprise.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes parameters of an address. */
final class Query {
    private Query() {}

    /** Each as {@code &name=value}. */
    static String text(List<RangeSwitch.Kept> parameters) {
        return parameters.stream()
                .map(each -> "&" + each.name() + "=" + encoded(each.value()))
                .collect(Collectors.joining());
    }

    /** The path with these parameters. */
    static String on(String path, List<RangeSwitch.Kept> parameters) {
        return parameters.isEmpty() ? path : path + "?" + text(parameters).substring(1);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
