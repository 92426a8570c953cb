//! What is wrong with the arguments of a command.

use super::{Text, text};

messages! {
    /// An argument that there is not.
    UNKNOWN_ARGUMENT: "no argument `{}` here", "pas d’argument `{}` ici";
    /// A folder where none is read.
    DESK_IS_NAMED: "the folder of a desk is named like this: `-C {}`", "le dossier de travail se désigne ainsi : `-C {}`";
    /// A text where an option is read.
    DASH_IS_JOINED: "a text that begins with `-` is joined to its option: `--note=\"- a list\"`", "un texte qui commence par `-` se joint à son option : `--note=\"- une liste\"`";
    /// A subcommand that there is not.
    UNKNOWN_SUBCOMMAND: "no subcommand `{}`", "pas de sous-commande `{}`";
    /// An option without its value.
    VALUE_MISSING: "`{}` lacks its value", "il manque la valeur de `{}`";
    /// A value that is none of those there are.
    NO_SUCH_VALUE: "`{}` is no value of `{}`", "`{}` n’est pas une valeur de `{}`";
    /// A value that makes no sense, and why.
    WRONG_VALUE: "`{}` is no value of `{}`: {}", "`{}` n’est pas une valeur de `{}` : {}";
    /// What a value is not.
    NOT_A_WHOLE_NUMBER: "it is no whole number", "ce n’est pas un nombre entier";
    /// What a value is not.
    NOT_A_NUMBER: "it is no number", "ce n’est pas un nombre";
    /// What must be said.
    ARGUMENT_MISSING: "this is missing: {}", "il manque : {}";
    /// An option that stands twice.
    SAID_TWICE: "`{}` may be said once", "`{}` ne se dit qu’une fois";
    /// Two arguments that do not go together.
    NOT_TOGETHER: "`{}` does not go with `{}`", "`{}` ne va pas avec `{}`";
    /// An option with more or fewer values.
    WRONG_NUMBER_OF_VALUES: "`{}` has too many or too few values", "`{}` a trop ou trop peu de valeurs";
    /// Where it is described.
    HELP_SAYS_MORE: "`--help` says more", "`--help` en dit plus";
    /// How a subcommand is used.
    USED_LIKE_THIS: "it is used like this: `{}`; `--help` says more", "s’utilise ainsi : `{}` ; `--help` en dit plus";
    /// What to do about a verdict that stands alone.
    VERDICT_IS_NAMED: "a verdict is given by its option: `--verdict {}`", "un verdict se donne par son option : `--verdict {}`";
}
