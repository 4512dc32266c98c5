package myna.narration.book;

/** Which part of a book a chapter belongs to. */
public enum Section {
  /** Title page, imprint, dedication and the like. */
  FRONT_MATTER,
  /** What the reader came for, from the preface to the epilogue. */
  BODY,
  /** Notes, bibliography, licence and the like. */
  BACK_MATTER,
  /** Contents, index, list of illustrations: of no use to a listener. */
  NAVIGATION
}
