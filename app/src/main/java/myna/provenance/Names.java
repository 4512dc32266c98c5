package myna.provenance;

import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** What certificates call people. */
final class Names {
  private static final List<String> KINDS = List.of("CN", "O");

  private Names() {}

  /** The common name, or the organization, or all of it. */
  static String of(X500Principal principal) {
    try {
      List<Rdn> parts = new LdapName(principal.getName()).getRdns();
      for (String kind : KINDS) {
        for (Rdn part : parts) {
          if (part.getType().equalsIgnoreCase(kind) && part.getValue() instanceof String name) {
            return name;
          }
        }
      }
    } catch (InvalidNameException _) {
      // such a name is told as it is
    }
    return principal.getName();
  }
}
