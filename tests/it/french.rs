//! The command line in French: files in, text out.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use expect_test::{Expect, expect};
use tempfile::TempDir;

/// A desk with two articles, two checkers and an editor, under git.
struct Desk(TempDir);

const FLOOD: &str = "La crue\n\nLe 3 mai 2023, 300 personnes ont été évacuées à Kiev, selon la police. \
    La rivière a monté de 4 mètres en une nuit.\n";
const STORM: &str =
    "La tempête\n\nLe 4 mai 2023, 12 personnes sont mortes à Kiev, selon le maire.\n";
const TEAM: &str = "[team]\nper-article = 2\n\n[team.people.anna-berg]\nname = \"Anna Berg\"\n\n\
    [team.people.ben]\nname = \"Ben\"\n\n[team.people.zoe]\nname = \"Zoé\"\nrole = \"editor\"\n\n\
    [team.due]\n\"tempete.txt\" = \"2023-05-31\"\n";
/// Words of the claim on which people differ.
const EVACUATED: &str = "300 personnes ont été évacuées à Kiev";
const RISEN: &str = "La rivière a monté de 4 mètres";

impl Desk {
    fn empty() -> Self {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("seeds")).unwrap();
        Self(dir)
    }

    /// People differ on one claim, and the words of another changed after its verdict.
    fn filled() -> Self {
        let desk = Self::empty();
        desk.write("seeds/crue.txt", FLOOD);
        desk.write("seeds/tempete.txt", STORM);
        desk.write("seeds/page.html", "<p>Une page.</p>");
        desk.write("claimdesk.toml", TEAM);
        desk.git(&["init", "-q", "-b", "main"]);
        desk.git(&["config", "user.name", "Anna Berg"]);
        desk.git(&["config", "user.email", "anna@example.org"]);
        desk.commit();
        let mark = |person, words, verdict, note| {
            let args = ["mark", "crue", "--quote", words, "--verdict", verdict, "--note", note];
            desk.ok(person, &args);
        };
        mark("Anna Berg", EVACUATED, "d", "L’AFP dit 280.");
        mark("Ben", EVACUATED, "c", "");
        mark("Anna Berg", RISEN, "u", "");
        let text = "Qui compte ? @zoe";
        desk.ok("Ben", &["reply", "crue", "--quote", EVACUATED, "--text", text]);
        desk.commit();
        desk.write("seeds/crue.txt", &FLOOD.replace("4 mètres", "5 mètres"));
        desk
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).unwrap();
    }

    fn commit(&self) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", "travail"]);
    }

    fn git(&self, args: &[&str]) {
        let done = self.command(Path::new("git")).args(args).output().unwrap();
        assert!(done.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&done.stderr));
    }

    fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("HOME", self.0.path().join("home"))
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .current_dir(self.0.path());
        command
    }

    /// What a person is told, by the locale's language.
    fn run(&self, person: &str, args: &[&str]) -> Output {
        let mut command = self.command(Path::new(env!("CARGO_BIN_EXE_claimdesk")));
        command.env("LC_ALL", "fr_FR.UTF-8").env("CLAIMDESK_ANNOTATOR", person);
        command.args(args).output().unwrap()
    }

    /// All that is printed, the desk's folder left out.
    fn told(&self, person: &str, args: &[&str]) -> String {
        let Output { stdout, stderr, .. } = self.run(person, args);
        let text = String::from_utf8([stdout, stderr].concat()).unwrap();
        let folder = fs::canonicalize(self.0.path()).unwrap();
        text.replace(folder.to_str().unwrap(), "DOSSIER")
    }

    #[track_caller]
    fn ok(&self, person: &str, args: &[&str]) -> String {
        let out = self.run(person, args);
        let err = String::from_utf8_lossy(&out.stderr);
        assert!(out.status.success(), "{args:?}: {err}");
        String::from_utf8(out.stdout).unwrap()
    }

    #[track_caller]
    fn tells(&self, args: &[&str], expected: &Expect) {
        expected.assert_eq(&self.told("Anna Berg", args));
    }
}

#[test]
fn what_stands_on_a_desk() {
    let desk = Desk::filled();
    desk.tells(
        &["list"],
        &expect![[r#"
           1/2    crue.txt  La crue · 1 à revoir · 1 en désaccord
           0/1    tempete.txt  La tempête
        1 fichier d’un autre type (html) · `claimdesk import` le lit
    "#]],
    );
    desk.tells(&["show", "crue"], &expect![[r#"
        La crue

        Le 3 mai 2023, [1] 300 personnes ont été évacuées à Kiev, selon la police. [2] La rivière a monté de 5 mètres en une nuit.

        [1] contesté : 300 personnes ont été évacuées à Kiev
            L’AFP dit 280.

        [2] non vérifié, à revoir : La rivière a monté de 5 mètres
            avant : La rivière a monté de 4 mètres
            chiffre : 4 mètres → 5 mètres, en hausse
    "#]]);
    desk.tells(&["status"], &expect![[r#"
        état       ouverte  un avis  accord  désaccord  finale  dépassée  contestée  à revoir  article
        en cours         0        0       0          1       0         0          0         1  crue.txt  (anna-berg, ben)
        à faire          1        0       0          0       0         0          0         0  tempete.txt  en retard depuis le 2023-05-31
    "#]]);
    desk.tells(&["status", "--format", "markdown"], &expect![[r#"
        | article | état | personnes | ouverte | un avis | accord | désaccord | finale | dépassée | contestée | à revoir |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        | crue.txt | en cours | anna-berg, ben | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 |
        | tempete.txt | à faire |  | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    "#]]);
    desk.tells(
        &["verdicts"],
        &expect![[r#"
        crue.txt : 300 personnes ont été évacuées à Kiev
          aucun · désaccord
            contesté       Anna Berg — L’AFP dit 280.
            corroboré      Ben
        crue.txt : La rivière a monté de 5 mètres
          aucun · à revoir
            non vérifié    Anna Berg (sur des mots qui ont changé)
    "#]],
    );
    desk.tells(
        &["agreement"],
        &expect![[r#"
            unités                 1 (peu)
            verdicts               2
            accord observé         0,000
            α de Krippendorff      0,000
            κ de Fleiss            −1,000 (1 unité tranchée par tous)

            α de chaque verdict contre tous les autres
               0,000  corroboré
               0,000  contesté

                 n   égal       κ  paire
                 1  0,000   0,000  anna-berg, ben (peu)

            unités       α  article
                 1   0,000  crue.txt (peu)
        "#]],
    );
}

#[test]
fn what_was_said_on_a_desk() {
    let desk = Desk::filled();
    desk.tells(
        &["todo"],
        &expect![[r#"
        attribué   crue.txt
        à revoir   crue.txt  « La rivière a monté de 5 mètres »
        attribué   tempete.txt  pour le 2023-05-31
    "#]],
    );
    desk.tells(
        &["assign"],
        &expect![[r#"
        crue.txt  anna-berg, ben
        tempete.txt  anna-berg, ben  pour le 2023-05-31
    "#]],
    );
    desk.tells(
        &["claims", "tempete.txt"],
        &expect![[r#"
        tempete.txt (fr)

           1  Le 4 mai 2023, 12 personnes sont mortes à Kiev, selon le maire
              forte 0,85 : chiffre, propos rapporté, date
              chiffre : 12 personnes · source : le maire · date : 4 mai 2023

    "#]],
    );
    // Another day on which others came to harm: nothing that both tell.
    desk.tells(&["crosscheck"], &expect![""]);
    let told = "À Kiev, 300 personnes ont été évacuées mercredi 3 mai 2023, dit la police.\n";
    desk.write("seeds/inondation.txt", told);
    desk.tells(
        &["crosscheck"],
        &expect![[r#"
        concorde 1,00 : 300 personnes ↔ 300 personnes : identiques
          crue.txt:9 Le 3 mai 2023, 300 personnes ont été évacuées à Kiev, selon la police
          inondation.txt:0 À Kiev, 300 personnes ont été évacuées mercredi 3 mai 2023, dit la police

    "#]],
    );
    fs::remove_file(desk.0.path().join("seeds/inondation.txt")).unwrap();
    desk.tells(&["check"], &expect![[r#"
        annotations/anna-berg/crue.txt.json : erreur : annotation bynxnnqyzz : les mots ont changé : "La rivière a monté de 4 mètres" est devenu "La rivière a monté de 5 mètres" [stale]
        1 fichier d’un autre type (html) · `claimdesk import` le lit
        erreur : il reste 1 erreur dans 2 carnets
        astuce : ouvrir le lecteur pour trancher ce qu’une personne seule peut trancher
    "#]]);
    desk.tells(
        &["config", "--check"],
        &expect![[r#"
        la configuration est correcte
    "#]],
    );
}

#[test]
fn what_was_done() {
    let desk = Desk::filled();
    let verdict = ["mark", "tempete", "--claim", "1", "--verdict", "contesté"];
    desk.tells(
        &verdict,
        &expect![[r#"
        tempete.txt : contesté : Le 4 mai 2023, 12 personnes sont mortes à Kiev, selon le maire
    "#]],
    );
    desk.tells(
        &["unmark", "tempete", "--claim", "1"],
        &expect![[r#"
        tempete.txt : ouverte : Le 4 mai 2023, 12 personnes sont mortes à Kiev, selon le maire
    "#]],
    );
    desk.tells(
        &["take", "tempete"],
        &expect![[r#"
        tempete.txt : pris
    "#]],
    );
    desk.tells(
        &["done", "tempete"],
        &expect![[r#"
        tempete.txt : fini
    "#]],
    );
    desk.tells(
        &["done", "tempete", "--undo"],
        &expect![[r#"
        tempete.txt : à faire
    "#]],
    );
    desk.tells(
        &["assign", "crue*", "ben", "--due", "2023-06-01"],
        &expect![[r#"
        1 article : ben · pour le 2023-06-01
    "#]],
    );
    desk.tells(
        &["source", "crue"],
        &expect![[r#"
        rien n’est connu
    "#]],
    );
    let source = desk.told("Anna Berg", &["source", "crue", "--outlet", "Le Monde"]);
    assert!(source.starts_with("média      Le Monde\nmis à jour "), "{source}");
    desk.tells(
        &["import", "seeds/page.html"],
        &expect![[r#"
            seeds/page.txt ← page.html
            attention : page.html : aucun article ne se détache de la page ; relire le texte
        "#]],
    );
    desk.tells(
        &["mv", "tempete.txt", "orage.txt"],
        &expect![[r#"
        tempete.txt s’appelle désormais orage.txt
        claimdesk.toml : "orage.txt" = "tempete.txt"
    "#]],
    );
    desk.tells(
        &["follow"],
        &expect![[r#"
        aucun verdict dont les mots figurent dans un autre article
    "#]],
    );
    desk.tells(
        &["export", "--to", "csv", "-o", "sortie.csv"],
        &expect![[r#"
        2 affirmations traitées écrites dans sortie.csv
    "#]],
    );
    desk.tells(
        &["init"],
        &expect![[r#"
        seeds/ : déjà là, laissé tel quel
        annotations/ : déjà là, laissé tel quel
        claimdesk.toml : déjà là, laissé tel quel
        .gitattributes : créé
        .gitignore : créé
        git config merge.claimdesk.name : réglé
        git config merge.claimdesk.driver : réglé
    "#]],
    );
}

#[test]
fn what_the_help_says() {
    let help = Desk::filled().told("Anna Berg", &["unmark", "--help"]);
    assert!(help.starts_with("Reprendre un verdict\u{a0}: l’annotation est retirée"), "{help}");
    for part in ["Utilisation\u{a0}: claimdesk unmark", "Options\u{a0}:", "[par défaut\u{a0}: .]"]
    {
        assert!(help.contains(part), "{part}: {help}");
    }
}

#[test]
fn what_went_wrong() {
    let desk = Desk::filled();
    desk.tells(
        &["show", "nulle-part"],
        &expect![[r#"
        erreur : pas d’article `nulle-part` dans DOSSIER/seeds
        astuce : `claimdesk list` affiche tous les noms
    "#]],
    );
    desk.tells(
        &["mark", "crue", "--claim", "99", "--verdict", "d"],
        &expect![[r#"
        erreur : pas d’affirmation 99
        astuce : l’article a 2 affirmations ; `claimdesk show crue.txt` les affiche
    "#]],
    );
    desk.tells(
        &["mark", "crue", "--quote", "jamais dit", "--verdict", "d"],
        &expect![[r#"
        erreur : ces mots ne figurent pas dans crue.txt
        astuce : `claimdesk show` affiche le texte
    "#]],
    );
    desk.tells(
        &["mark", "crue", "--claim", "1", "--verdict", "vrai"],
        &expect![[r#"
            erreur : pas de verdict `vrai` dans ce dossier
            astuce : au choix : corroboré, contesté, non vérifié, trompeur, pas une affirmation
        "#]],
    );
    desk.tells(
        &["unmark", "tempete", "--claim", "1"],
        &expect![[r#"
        erreur : aucun verdict ne porte sur ces mots
        astuce : `claimdesk show` affiche les affirmations avec leurs verdicts
    "#]],
    );
    desk.tells(
        &["publish", "crue"],
        &expect![[r#"
        erreur : `anna-berg` n’est pas de la rédaction de ce dossier
        astuce : un verdict final revient à la rédaction : `role` dans claimdesk.toml, [team.people]
    "#]],
    );
    desk.tells(
        &["list", "--format", "sarif"],
        &expect![[r#"
            erreur : cette commande n’a pas de sortie sarif
            astuce : au choix : text, json, jsonl
        "#]],
    );
}

#[test]
fn what_else_went_wrong() {
    let desk = Desk::filled();
    desk.tells(
        &["export", "--to", "rien"],
        &expect![[r#"
        erreur : pas de format `rien`
        astuce : au choix : csv, jsonl, w3c, claimreview, brat, doccano, label-studio, cas, refi-qda
    "#]],
    );
    desk.tells(
        &["import", "absent.html"],
        &expect![[r#"
            absent.html : lecture impossible : ce fichier n’existe pas
            erreur : non importés : 1 sur 1
            astuce : rien n’a été écrit pour ceux-là ; les autres sont faits
        "#]],
    );
    desk.tells(
        &["sync", "--dry-run"],
        &expect![[r#"
        erreur : la branche `main` ne suit aucune branche d’un dépôt distant
        astuce : `git push -u origin BRANCHE`, une fois, lui en donne une
    "#]],
    );
    desk.tells(
        &["-C", "absent", "list"],
        &expect![[r#"
        erreur : impossible d’ouvrir le dossier absent : ce fichier n’existe pas
        astuce : indiquer le dossier qui contient les articles
    "#]],
    );
    desk.tells(&[], &expect![[r#"
        erreur : le lecteur a besoin d’un terminal en entrée et en sortie standard
        astuce : sans terminal : `claimdesk list`, `claimdesk show ARTICLE`, `claimdesk mark ARTICLE …`, `claimdesk claims FICHIER…`
    "#]]);
    desk.write("claimdesk.toml", "colonne = 3\nspacing = 9\n[team\n");
    desk.tells(&["config", "--check"], &expect![[r#"
        erreur : claimdesk.toml:1:1 : pas de réglage `colonne`
        astuce : vouliez-vous dire `column` ?
        erreur : claimdesk.toml:2:11 : `spacing` ne peut pas être 9
        astuce : un nombre entier de 1 à 3, sans guillemets
        erreur : claimdesk.toml:3:6 : unclosed table, expected `]`
        astuce : une ligne est `nom = valeur` ou `[table]` ; les textes sont entre guillemets (https://toml.io)
    "#]]);
    desk.tells(&["list"], &expect![[r#"
           1/2    crue.txt  La crue · 1 à revoir · 1 en désaccord
           0/1    tempete.txt  La tempête
        1 fichier d’un autre type (html) · `claimdesk import` le lit
        attention : claimdesk.toml:1:1 : pas de réglage `colonne`
        astuce : vouliez-vous dire `column` ?
        attention : claimdesk.toml:2:11 : `spacing` ne peut pas être 9
        astuce : un nombre entier de 1 à 3, sans guillemets
        attention : claimdesk.toml:3:6 : unclosed table, expected `]`
        astuce : une ligne est `nom = valeur` ou `[table]` ; les textes sont entre guillemets (https://toml.io)
    "#]]);
}

#[test]
fn arguments_that_make_no_sense() {
    let desk = Desk::empty();
    desk.tells(
        &["lst"],
        &expect![[r#"
            erreur : ni dossier, ni fichier, ni sous-commande `lst`
            astuce : vouliez-vous dire `claimdesk list` ?
        "#]],
    );
    desk.tells(
        &["list", "--foo"],
        &expect![[r#"
            erreur : pas d’argument `--foo` ici
            astuce : s’utilise ainsi : `claimdesk list [OPTIONS]` ; `--help` en dit plus
        "#]],
    );
    desk.tells(
        &["crosscheck", "--least", "9"],
        &expect![[r#"
            erreur : `9` n’est pas une valeur de `--least <SCORE>` : un score est un nombre de 0 à 1
            astuce : `--help` en dit plus
        "#]],
    );
    desk.tells(
        &["list", "--format", "xml"],
        &expect![[r#"
            erreur : `xml` n’est pas une valeur de `--format <FORMAT>`
            astuce : au choix : text, json, jsonl, markdown, sarif, github, gamma-csv
        "#]],
    );
    desk.tells(
        &["mark", "a", "--claim", "1", "--quote"],
        &expect![[r#"
            erreur : il manque la valeur de `--quote <TEXT>`
            astuce : `--help` en dit plus
        "#]],
    );
}

#[test]
fn nothing_there() {
    let desk = Desk::empty();
    desk.tells(&["list"], &expect![[r#""#]]);
    desk.tells(
        &["todo"],
        &expect![[r#"
        rien ne vous attend
    "#]],
    );
    desk.tells(
        &["check"],
        &expect![[r#"
        0 carnet : rien à signaler
    "#]],
    );
    desk.tells(
        &["agreement"],
        &expect![[r#"
        unités                 0 (peu)
        verdicts               0
        accord observé         –, rien en commun
        α de Krippendorff      –, rien en commun
        κ de Fleiss            –, aucune unité tranchée par tous
    "#]],
    );
    desk.tells(
        &["follow"],
        &expect![[r#"
        aucun verdict dont les mots figurent dans un autre article
    "#]],
    );
    desk.tells(
        &["changes"],
        &expect![[r#"
            erreur : DOSSIER n’est pas dans un dépôt git
            astuce : git tient l’historique : `git status` dit où en est le dossier
        "#]],
    );
}

/// Words that are English and not French, each a sure sign of a message that was forgotten.
const ENGLISH: &[&str] = &[
    "the",
    "is",
    "are",
    "no",
    "not",
    "of",
    "and",
    "or",
    "with",
    "to",
    "by",
    "in",
    "it",
    "this",
    "that",
    "cannot",
    "was",
    "has",
    "your",
    "what",
    "who",
    "claim",
    "claims",
    "file",
    "verdict is",
    "hint",
    "error",
    "warning",
    "nothing",
];

/// The English words of what was printed, but for what stands in code.
fn english(text: &str) -> Vec<String> {
    let prose: String = text.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    let words = prose.split(|c: char| c.is_whitespace() || ",;:.!?()«»".contains(c));
    words.filter(|word| ENGLISH.contains(word)).map(str::to_owned).collect()
}

#[test]
fn no_subcommand_speaks_english() {
    let desk = Desk::filled();
    let commands: &[&[&str]] = &[
        &["list"],
        &["list", "--gone"],
        &["show", "crue"],
        &["status"],
        &["verdicts"],
        &["verdicts", "--format", "markdown"],
        &["agreement", "--spans", "--interval"],
        &["agreement", "--format", "markdown"],
        &["changes", "--since", "2000-01-01"],
        &["changes", "--since", "2000-01-01", "--format", "markdown"],
        &["log", "crue", "--quote", EVACUATED],
        &["todo"],
        &["todo", "--format", "markdown"],
        &["reply", "crue", "--quote", EVACUATED, "--text", ""],
        &["take", "crue"],
        &["done", "crue"],
        &["publish", "crue"],
        &["assign"],
        &["assign", "rien*", "ben"],
        &["assign", "crue*", "personne"],
        &["sync"],
        &["mark", "crue", "--claim", "77", "--note", "x"],
        &["unmark", "crue", "--quote", "ici"],
        &["import", "claimdesk.toml"],
        &["import", "--again", "crue.txt"],
        &["import-annotations", "--from", "rien", "x", "--as", "x"],
        &["import-annotations", "--from", "csv", "absent.csv", "--as", "outil"],
        &["source", "crue", "--url", "ici"],
        &["source", "crue", "--published", "hier"],
        &["mv", "crue.txt", "tempete.txt"],
        &["follow", "--dry-run"],
        &["claims", "crue.txt", "--explain"],
        &["crosscheck", "--least", "0"],
        &["check"],
        &["check", "--fix"],
        &["check", "--since", "rien"],
        &["report", "-o", "rapport.html"],
        &["export", "--to", "claimreview"],
        &["export", "--to", "refi-qda"],
        &["config", "--check"],
        &["doctor"],
        &["init"],
        &["init", "--team"],
        &["merge-driver", "rien", "rien", "rien"],
        &["review", "crue"],
        &["adjudicate", "crue"],
        &["mot", "rien"],
    ];
    for person in ["Anna Berg", "Zoé"] {
        for args in commands {
            let told = desk.told(person, args);
            let found = english(&told);
            assert!(found.is_empty(), "{args:?} speaks English {found:?}:\n{told}");
        }
    }
}

#[test]
fn the_configuration_decides_over_the_locale() {
    let desk = Desk::filled();
    desk.write("claimdesk.toml", "lang = \"en\"\n");
    desk.tells(
        &["unmark", "tempete", "--claim", "1"],
        &expect![[r#"
        error: there is no verdict on these words
        hint: `claimdesk show` prints the claims with their verdicts
    "#]],
    );
}
