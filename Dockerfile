# Build: the jar and its libraries, and a Java runtime with only the modules they use.
FROM eclipse-temurin:25-jdk-noble AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends unzip \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
ENV MAVEN_USER_HOME=/m2
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
COPY docs/clients.md docs/
RUN --mount=type=cache,target=/m2 \
    ./mvnw -B -ntp -q -Dmaven.repo.local=/m2/repository -Dwithout.tests -Dmaven.test.skip=true package
# java.desktop for java.beans and jdk.jfr, which JDBI names; java.security.jgss and java.naming for PostgreSQL's logins.
RUN jlink --output /runtime \
      --add-modules java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.security.jgss \
      --add-modules java.sql,java.xml,jdk.crypto.ec,jdk.jfr,jdk.unsupported,jdk.zipfs \
      --strip-debug --no-header-files --no-man-pages --compress zip-6

FROM debian:trixie-slim
RUN useradd --system --uid 4747 --user-group --home-dir /data --create-home reprise
COPY --from=build /runtime /opt/reprise/runtime
COPY --from=build /src/target/lib /opt/reprise/lib
COPY --from=build /src/target/reprise.jar /opt/reprise/
COPY reprise LICENSE /opt/reprise/
ENV PATH=/opt/reprise:$PATH REPRISE_DATA=/data REPRISE_HOST=0.0.0.0 REPRISE_PORT=4747 LANG=C.UTF-8
# The start-up cache fits this jar on this runtime only, so it is made here, once.
RUN reprise warm

USER reprise
WORKDIR /data
VOLUME /data
EXPOSE 4747
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$REPRISE_PORT && printf 'GET /alive HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q ' 200 ' <&3"]
ENTRYPOINT ["reprise"]
CMD ["serve"]
