package io.reprise;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/** What the compiler's own parser sees in our files: how long each method is, and which public types say nothing. */
record Parsed(List<Method> methods, List<Type> types) {

    /** {@code lines} from the first annotation to the closing brace. */
    record Method(Path file, String name, int lines) {}

    record Type(Path file, String name, boolean isPublic, boolean hasJavadoc) {}

    static Parsed of(Collection<Source> sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjectsFromPaths(
                    sources.stream().map(Source::path).toList());
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            Parsed parsed = new Parsed(new ArrayList<>(), new ArrayList<>());
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(parsed, unit, DocTrees.instance(task)).scan(unit, null);
            }
            return parsed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reader extends TreePathScanner<Void, Void> {
        private final Parsed parsed;
        private final CompilationUnitTree unit;
        private final DocTrees trees;
        private final Path file;

        Reader(Parsed parsed, CompilationUnitTree unit, DocTrees trees) {
            this.parsed = parsed;
            this.unit = unit;
            this.trees = trees;
            this.file = Path.of(unit.getSourceFile().getName());
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            parsed.methods.add(new Method(file, method.getName().toString(), lines(method)));
            return super.visitMethod(method, nothing);
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            boolean isPublic = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
            boolean hasJavadoc = trees.getDocComment(getCurrentPath()) != null;
            parsed.types.add(new Type(file, type.getSimpleName().toString(), isPublic, hasJavadoc));
            return super.visitClass(type, nothing);
        }

        private int lines(Tree tree) {
            var positions = trees.getSourcePositions();
            long begin = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
            long end = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
            return (int) (end - begin + 1);
        }
    }
}
