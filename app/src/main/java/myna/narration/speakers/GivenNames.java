package myna.narration.speakers;

import java.util.Set;

/** Usual given names, for those whom no pronoun follows. */
final class GivenNames {
  private static final Set<String> WOMEN =
      Set.of(
          ("alice anna anne annie agnes amelia amy beatrice bella bertha betty beth caroline"
               + " catherine cecilia charlotte clara daisy diana dora dorothy edith eleanor elinor"
               + " elizabeth ella ellen emily emma esther ethel eva evelyn fanny flora florence"
               + " frances georgiana gertrude grace hannah harriet helen hilda ida irene isabel"
               + " isabella jane janet jean jenny jessie jo josephine julia julie kate laura lily"
               + " louisa louise lucy lydia mabel margaret maria marian marianne marilla marjorie"
               + " martha mary matilda maud may mildred millicent minnie miriam molly nancy nell"
               + " nora olive olivia patience penelope phoebe polly rachel rebecca rosa rosalind"
               + " rose rosemary ruth sally sarah sophia sophie stella susan susanna sylvia theresa"
               + " ursula victoria violet virginia wendy winifred")
              .split(" "));

  private static final Set<String> MEN =
      Set.of(
          ("adam albert alexander alfred andrew anthony archibald arthur basil ben benjamin bernard"
               + " bertram cecil charles christopher clive cuthbert cyril daniel david dennis"
               + " donald douglas edgar edmund edward edwin eric ernest eustace felix francis frank"
               + " fred frederick geoffrey george gerald gilbert godfrey harold henry herbert"
               + " horace hubert hugh hugo isaac jack jacob james jasper jeremy john jonathan"
               + " joseph julian laurence lawrence leonard lewis lionel louis luke mark martin"
               + " matthew maurice michael neville nicholas noel oliver oscar patrick paul percy"
               + " peter philip ralph raymond reginald richard robert roderick rodger roger roland"
               + " ronald rupert sam samuel sherlock sidney simon stanley stephen theodore thomas"
               + " timothy victor vincent walter wilfred william")
              .split(" "));

  private GivenNames() {}

  /** The gender of a name in small letters. */
  static Gender gender(String name) {
    if (WOMEN.contains(name)) {
      return Gender.FEMALE;
    }
    return MEN.contains(name) ? Gender.MALE : Gender.UNKNOWN;
  }
}
