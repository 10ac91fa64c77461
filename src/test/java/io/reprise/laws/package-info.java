/** The laws of the two books, as property tests over both stores, with printed seeds. */
@org.jspecify.annotations.NullMarked
package io.reprise.laws;
