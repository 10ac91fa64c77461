package io.reprise.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Stands between a store and its driver and writes down each SQL text that runs, with the values it first ran with. */
public final class Recorder implements AutoCloseable {
    private final DatabaseAddress address;
    private final Map<String, List<Setting>> statements = new LinkedHashMap<>();

    /** One call that bound a value. */
    private record Setting(Method method, Object[] arguments) {}

    public Recorder(Dialect dialect) {
        this.address = Stores.freshAddress(dialect);
    }

    /** The store whose statements are written down. */
    public Database open() {
        return Database.open(address, new Connections(address, source -> watched(DataSource.class, source)));
    }

    public synchronized List<String> texts() {
        return List.copyOf(statements.keySet());
    }

    /** The rows that the store answers when asked how it would run this text, each with its columns joined by a tab. */
    public List<String> explained(String explain, String sql, String... before) throws SQLException {
        try (Connection connection = new Connections(address).writer();
                Statement settings = connection.createStatement()) {
            for (String setting : before) {
                settings.execute(setting);
            }
            try (PreparedStatement statement = connection.prepareStatement(explain + " " + sql)) {
                bind(statement, sql);
                List<String> rows = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        rows.add(row.getString(row.getMetaData().getColumnCount()));
                    }
                }
                return rows;
            }
        }
    }

    private synchronized void bind(PreparedStatement statement, String sql) throws SQLException {
        for (Setting setting : statements.getOrDefault(sql, List.of())) {
            try {
                setting.method().invoke(statement, setting.arguments());
            } catch (ReflectiveOperationException e) {
                throw new SQLException(e);
            }
        }
    }

    private synchronized void keep(String sql, List<Setting> settings) {
        statements.putIfAbsent(sql, List.copyOf(settings));
    }

    private <T> T watched(Class<T> type, T inner) {
        return type.cast(Proxy.newProxyInstance(
                Recorder.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object answer = call(inner, method, arguments);
                    if (answer instanceof PreparedStatement prepared && arguments != null) {
                        return statement(prepared, (String) arguments[0]);
                    }
                    return answer instanceof Connection connection ? watched(Connection.class, connection) : answer;
                }));
    }

    private PreparedStatement statement(PreparedStatement inner, String sql) {
        Map<Object, Setting> settings = new TreeMap<>();
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments != null && arguments.length >= 2) {
                settings.put(arguments[0], new Setting(method, arguments));
            } else if (method.getName().startsWith("execute")) {
                keep(sql, List.copyOf(settings.values()));
            }
            return call(inner, method, arguments);
        };
        return (PreparedStatement) Proxy.newProxyInstance(
                Recorder.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, handler);
    }

    private static Object call(Object inner, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(inner, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() {
        statements.clear();
    }
}
