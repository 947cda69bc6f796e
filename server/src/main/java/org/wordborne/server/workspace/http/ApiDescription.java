package org.wordborne.server.workspace.http;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.StillSignedIn;
import org.wordborne.server.workspace.access.AccessRule;
import org.wordborne.server.workspace.act.OperationName;
import org.wordborne.server.workspace.act.Repeats;

/// The API's description: the same for every server and every run, and true about what may be
/// absent, so that types for the pages can be made from it.
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  private static final int LONGEST_KEY = 255;

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(SignedIn.class, Scope.class, StillSignedIn.class);
  }

  private final Properties sentences = sentences();

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .info(new Info().title("Wordborne").version("v1"))
        .servers(List.of(new Server().url("/")));
  }

  /* `topics.list`: the names that springdoc counts up depend on the order of classes. */
  @Bean
  GlobalOperationCustomizer operationNames() {
    return (operation, method) -> {
      AccessRule.of(method)
          .ifPresent(
              rule -> {
                operation.addExtension("x-needs", rule.word());
                if (rule.needs() != null && isWrite(method)) {
                  operation.addParametersItem(idempotencyKey());
                }
              });
      return operation.operationId(OperationName.of(method));
    };
  }

  /* Of what is called too often, the rules beside the general one. */
  @Bean
  OpenApiCustomizer sentencesAndRates() {
    return description ->
        description
            .getPaths()
            .forEach(
                (path, item) ->
                    item.readOperationsMap()
                        .forEach(
                            (method, operation) -> {
                              operation.setSummary(sentence(operation.getOperationId()));
                              rates(method.name(), path, operation);
                            }));
  }

  private String sentence(String name) {
    return sentences.getProperty(name, name);
  }

  private static void rates(String method, String path, Operation operation) {
    List<Map<String, Object>> rules =
        RateRule.of(method, path).stream()
            .map(rule -> Map.<String, Object>of("aMinute", rule.aMinute(), "rule", rule.word()))
            .map(rule -> (Map<String, Object>) new TreeMap<>(rule))
            .toList();
    if (!rules.isEmpty()) {
      operation.addExtension("x-rate", rules);
    }
  }

  private static Properties sentences() {
    var read = new Properties();
    try (InputStream file =
        ApiDescription.class.getResourceAsStream("/openapi/sentences.properties")) {
      read.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  private static boolean isWrite(HandlerMethod method) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
    return mapping != null && Stream.of(mapping.method()).anyMatch(it -> it != RequestMethod.GET);
  }

  private static Parameter idempotencyKey() {
    return new HeaderParameter()
        .name(Repeats.HEADER)
        .description(
            "Your own word for this write, 1 to 255 visible ASCII characters: repeated under it"
                + " within 24 hours it is not done again, and answered as it was.")
        .required(false)
        .schema(new StringSchema().minLength(1).maxLength(LONGEST_KEY));
  }

  @Bean
  ModelConverter requiredFields() {
    return new RequiredFields();
  }

  /// Marks every component of a record that is never null as required, and lets the rest be null.
  @SuppressWarnings("rawtypes") // the library asks for the raw type
  private static final class RequiredFields implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
        AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
      Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
      Class<?> raw = Json31.mapper().constructType(type.getType()).getRawClass();
      if (resolved != null && raw.isRecord()) {
        Schema<?> model =
            resolved.get$ref() == null
                ? resolved
                : context
                    .getDefinedModels()
                    .get(resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1));
        if (model != null && model.getProperties() != null) {
          model.setRequired(required(raw, model));
          Stream.of(raw.getRecordComponents())
              .filter(RequiredFields::isNullable)
              .forEach(component -> allowNull(model.getProperties(), component.getName()));
        }
      }
      return resolved;
    }

    private static List<String> required(Class<?> raw, Schema<?> model) {
      return Stream.of(raw.getRecordComponents())
          .filter(component -> !isNullable(component))
          .map(RecordComponent::getName)
          .filter(model.getProperties()::containsKey)
          .toList();
    }

    private static void allowNull(Map<String, Schema> properties, String name) {
      Schema<?> property = properties.get(name);
      if (property == null) {
        return;
      }
      if (property.get$ref() == null && property.getTypes() != null) {
        property.addType("null");
      } else if (property.get$ref() != null) {
        Schema<?> none = new Schema<>().types(Set.of("null"));
        properties.put(name, new Schema<>().anyOf(List.of(property, none)));
      }
    }

    private static boolean isNullable(RecordComponent component) {
      return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
  }
}
