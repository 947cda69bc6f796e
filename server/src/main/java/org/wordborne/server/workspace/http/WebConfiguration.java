package org.wordborne.server.workspace.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.wordborne.server.workspace.access.AccessGate;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/// What controllers may ask for, and where the built pages lie.
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
  private static final Duration FORTNIGHT = Duration.ofDays(14);
  private static final Duration YEAR = Duration.ofDays(365);

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new AccessGate());
    registry.addInterceptor(new GivenOnce());
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new SignedInArgument());
  }

  /* Nothing is validated by annotations; the usual validator only costs time at the start. */
  @Override
  public Validator getValidator() {
    return new Validator() {
      @Override
      public boolean supports(Class<?> type) {
        return false;
      }

      @Override
      public void validate(Object target, Errors errors) {}
    };
  }

  /* Built files carry a hash of their content in their name, so they never change; the fonts of
  public pages have plain names, which a stylesheet without a build can say. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/static/assets/")
        .setCacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable());
    registry
        .addResourceHandler("/*.svg", "/*.png", "/*.ico", "/*.txt", "/*.webmanifest")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
    registry
        .addResourceHandler("/fonts/**")
        .addResourceLocations("classpath:/static/fonts/")
        .setCacheControl(CacheControl.maxAge(FORTNIGHT).cachePublic());
  }

  /* Jackson would take a number or a truth value where a text is asked for. */
  @Bean
  JsonMapperBuilderCustomizer textsStayTexts() {
    return builder ->
        builder.withCoercionConfig(
            LogicalType.Textual,
            texts ->
                texts
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
  }

  /* Of two fields of one name different readers take different ones. */
  @Bean
  JsonMapperBuilderCustomizer fieldsStandOnce() {
    return builder -> builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
  }

  @Bean
  SimpleUrlHandlerMapping pageMapping(Pages pages) {
    return new SimpleUrlHandlerMapping(Map.of("/**", pages), Ordered.LOWEST_PRECEDENCE);
  }
}
