package myna.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the values of a JSON object by their keys, strictly: a key that is missing, a value of
 * another kind, and a key that nobody took are errors that name it.
 */
final class Fields {
  private final String path;
  private final Map<?, ?> values;
  private final Set<String> taken = new HashSet<>();

  /** What is made of a value. */
  @FunctionalInterface
  interface Form<T> {
    T of(Fields fields) throws PackException;
  }

  private Fields(String path, Map<?, ?> values) {
    this.path = path;
    this.values = values;
  }

  /**
   * Makes something of a whole object.
   *
   * @param path of the object within the file; empty for the file itself
   */
  static <T> T whole(String path, Object value, Form<T> form) throws PackException {
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong(path, value, "an object");
    }
    Fields fields = new Fields(path, map);
    T made = form.of(fields);
    for (Object key : map.keySet()) {
      if (!fields.taken.contains(key)) {
        throw ManifestReader.bad("unknown key '" + fields.at(key) + "'", null);
      }
    }
    return made;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  String text(String key) throws PackException {
    return text(at(key), take(key));
  }

  /** A text or null. */
  String textOrNull(String key) throws PackException {
    Object value = take(key);
    return value == null ? null : text(at(key), value);
  }

  int whole(String key) throws PackException {
    long value = wholeLong(key);
    if (value != (int) value) {
      throw wrong(at(key), value, "a whole number of 32 bits");
    }
    return (int) value;
  }

  long wholeLong(String key) throws PackException {
    if (take(key) instanceof Long value) {
      return value;
    }
    throw wrong(at(key), take(key), "a whole number");
  }

  double number(String key) throws PackException {
    return number(at(key), take(key));
  }

  /** A number or null. */
  Double numberOrNull(String key) throws PackException {
    Object value = take(key);
    return value == null ? null : (Double) number(at(key), value);
  }

  List<String> texts(String key) throws PackException {
    List<String> texts = new ArrayList<>();
    for (Object value : list(key)) {
      texts.add(text(at(key), value));
    }
    return texts;
  }

  <T> T object(String key, Form<T> form) throws PackException {
    return whole(at(key), take(key), form);
  }

  <T> List<T> objects(String key, Form<T> form) throws PackException {
    List<T> made = new ArrayList<>();
    for (Object value : list(key)) {
      made.add(whole(at(key), value, form));
    }
    return made;
  }

  /** Objects by keys that are free. */
  <T> Map<String, T> objectsByKey(String key, Form<T> form) throws PackException {
    Map<String, T> made = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map(key).entrySet()) {
      made.put(name(entry), whole(at(key) + "." + name(entry), entry.getValue(), form));
    }
    return made;
  }

  /** Texts by keys that are free. */
  Map<String, String> textsByKey(String key) throws PackException {
    Map<String, String> made = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map(key).entrySet()) {
      made.put(name(entry), text(at(key) + "." + name(entry), entry.getValue()));
    }
    return made;
  }

  /** Numbers by keys that are free. */
  Map<String, Double> numbersByKey(String key) throws PackException {
    Map<String, Double> made = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map(key).entrySet()) {
      made.put(name(entry), number(at(key) + "." + name(entry), entry.getValue()));
    }
    return made;
  }

  private Map<?, ?> map(String key) throws PackException {
    if (take(key) instanceof Map<?, ?> map) {
      return map;
    }
    throw wrong(at(key), take(key), "an object");
  }

  private List<?> list(String key) throws PackException {
    if (take(key) instanceof List<?> list) {
      return list;
    }
    throw wrong(at(key), take(key), "a list");
  }

  private Object take(String key) throws PackException {
    if (!values.containsKey(key)) {
      throw ManifestReader.bad("missing key '" + at(key) + "'", null);
    }
    taken.add(key);
    return values.get(key);
  }

  private String at(Object key) {
    return path.isEmpty() ? String.valueOf(key) : path + "." + key;
  }

  private static String name(Map.Entry<?, ?> entry) {
    return String.valueOf(entry.getKey());
  }

  private static String text(String path, Object value) throws PackException {
    if (value instanceof String text) {
      return text;
    }
    throw wrong(path, value, "a text");
  }

  private static double number(String path, Object value) throws PackException {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong(path, value, "a number");
  }

  private static PackException wrong(String path, Object value, String wanted) {
    String found = value instanceof Map || value instanceof List ? "" : ", not " + value;
    return ManifestReader.bad("'" + path + "' must be " + wanted + found, null);
  }
}
