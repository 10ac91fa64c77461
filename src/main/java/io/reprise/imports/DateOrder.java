package io.reprise.imports;

/** How a date that is written in numbers, such as {@code 1/2/26}, is meant where the year does not come first. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST
}
