package io.reprise.web;

/** What a program asks for, and whether it has been given; {@code callback} is empty where the program waits. */
record ApprovalView(
        String program, String apiKey, String request, String callback, String callbackHost, boolean done) {}
