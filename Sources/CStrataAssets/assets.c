// Written by scripts/embed-assets: do not edit.
#include "CStrataAssets.h"

static const unsigned char asset_0[] = {
#embed "../../Migrations/0001_initial.sql" suffix(,)
0};
static const unsigned char asset_1[] = {
#embed "../../Migrations/0002_catalogue.sql" suffix(,)
0};
static const unsigned char asset_2[] = {
#embed "../../Migrations/0003_learning.sql" suffix(,)
0};
static const unsigned char asset_3[] = {
#embed "../../Migrations/0004_near_duplicates.sql" suffix(,)
0};
static const unsigned char asset_4[] = {
#embed "../../Migrations/0005_fields.sql" suffix(,)
0};
static const unsigned char asset_5[] = {
#embed "../../Migrations/0006_undo.sql" suffix(,)
0};
static const unsigned char asset_6[] = {
#embed "../../Migrations/0007_columns.sql" suffix(,)
0};
static const unsigned char asset_7[] = {
#embed "../../Migrations/0008_pay_column.sql" suffix(,)
0};
static const unsigned char asset_8[] = {
#embed "../../Migrations/0009_candidate.sql" suffix(,)
0};
static const unsigned char asset_9[] = {
#embed "../../Seeds/VERSION" suffix(,)
0};
static const unsigned char asset_10[] = {
#embed "../../Seeds/advice/answers.tsv" suffix(,)
0};
static const unsigned char asset_11[] = {
#embed "../../Seeds/advice/archetypes.tsv" suffix(,)
0};
static const unsigned char asset_12[] = {
#embed "../../Seeds/advice/briefs.tsv" suffix(,)
0};
static const unsigned char asset_13[] = {
#embed "../../Seeds/advice/candidate-questions.tsv" suffix(,)
0};
static const unsigned char asset_14[] = {
#embed "../../Seeds/advice/complaints.tsv" suffix(,)
0};
static const unsigned char asset_15[] = {
#embed "../../Seeds/advice/depth.tsv" suffix(,)
0};
static const unsigned char asset_16[] = {
#embed "../../Seeds/advice/duties.tsv" suffix(,)
0};
static const unsigned char asset_17[] = {
#embed "../../Seeds/advice/exercise-questions.tsv" suffix(,)
0};
static const unsigned char asset_18[] = {
#embed "../../Seeds/advice/exercise-steps.tsv" suffix(,)
0};
static const unsigned char asset_19[] = {
#embed "../../Seeds/advice/exercises.tsv" suffix(,)
0};
static const unsigned char asset_20[] = {
#embed "../../Seeds/advice/first-roles.tsv" suffix(,)
0};
static const unsigned char asset_21[] = {
#embed "../../Seeds/advice/handovers.tsv" suffix(,)
0};
static const unsigned char asset_22[] = {
#embed "../../Seeds/advice/hires.tsv" suffix(,)
0};
static const unsigned char asset_23[] = {
#embed "../../Seeds/advice/lessons.tsv" suffix(,)
0};
static const unsigned char asset_24[] = {
#embed "../../Seeds/advice/needs.tsv" suffix(,)
0};
static const unsigned char asset_25[] = {
#embed "../../Seeds/advice/praise.tsv" suffix(,)
0};
static const unsigned char asset_26[] = {
#embed "../../Seeds/advice/precedence.tsv" suffix(,)
0};
static const unsigned char asset_27[] = {
#embed "../../Seeds/advice/questions.tsv" suffix(,)
0};
static const unsigned char asset_28[] = {
#embed "../../Seeds/advice/quiz.tsv" suffix(,)
0};
static const unsigned char asset_29[] = {
#embed "../../Seeds/advice/readiness.tsv" suffix(,)
0};
static const unsigned char asset_30[] = {
#embed "../../Seeds/advice/restructuring.tsv" suffix(,)
0};
static const unsigned char asset_31[] = {
#embed "../../Seeds/advice/resume-headings.tsv" suffix(,)
0};
static const unsigned char asset_32[] = {
#embed "../../Seeds/advice/resume-words.tsv" suffix(,)
0};
static const unsigned char asset_33[] = {
#embed "../../Seeds/advice/stages.tsv" suffix(,)
0};
static const unsigned char asset_34[] = {
#embed "../../Seeds/advice/steps.tsv" suffix(,)
0};
static const unsigned char asset_35[] = {
#embed "../../Seeds/advice/symptoms.tsv" suffix(,)
0};
static const unsigned char asset_36[] = {
#embed "../../Seeds/advice/team-questions.tsv" suffix(,)
0};
static const unsigned char asset_37[] = {
#embed "../../Seeds/advice/thesaurus.tsv" suffix(,)
0};
static const unsigned char asset_38[] = {
#embed "../../Seeds/advice/words.tsv" suffix(,)
0};
static const unsigned char asset_39[] = {
#embed "../../Seeds/advice/work.tsv" suffix(,)
0};
static const unsigned char asset_40[] = {
#embed "../../Seeds/advice/workflows.tsv" suffix(,)
0};
static const unsigned char asset_41[] = {
#embed "../../Seeds/ambiguous.tsv" suffix(,)
0};
static const unsigned char asset_42[] = {
#embed "../../Seeds/cues.tsv" suffix(,)
0};
static const unsigned char asset_43[] = {
#embed "../../Seeds/filings.tsv" suffix(,)
0};
static const unsigned char asset_44[] = {
#embed "../../Seeds/first-names.tsv" suffix(,)
0};
static const unsigned char asset_45[] = {
#embed "../../Seeds/frameworks.tsv" suffix(,)
0};
static const unsigned char asset_46[] = {
#embed "../../Seeds/headings.tsv" suffix(,)
0};
static const unsigned char asset_47[] = {
#embed "../../Seeds/layers.tsv" suffix(,)
0};
static const unsigned char asset_48[] = {
#embed "../../Seeds/learn/airflow-resume.md" suffix(,)
0};
static const unsigned char asset_49[] = {
#embed "../../Seeds/learn/chatbot-brief.txt" suffix(,)
0};
static const unsigned char asset_50[] = {
#embed "../../Seeds/learn/greenfield.yaml" suffix(,)
0};
static const unsigned char asset_51[] = {
#embed "../../Seeds/learn/my-jd.txt" suffix(,)
0};
static const unsigned char asset_52[] = {
#embed "../../Seeds/learn/my-verdicts.csv" suffix(,)
0};
static const unsigned char asset_53[] = {
#embed "../../Seeds/learn/notebook-symptoms.txt" suffix(,)
0};
static const unsigned char asset_54[] = {
#embed "../../Seeds/learn/ten-phds.yaml" suffix(,)
0};
static const unsigned char asset_55[] = {
#embed "../../Seeds/not-skills.tsv" suffix(,)
0};
static const unsigned char asset_56[] = {
#embed "../../Seeds/occupations.tsv" suffix(,)
0};
static const unsigned char asset_57[] = {
#embed "../../Seeds/places.tsv" suffix(,)
0};
static const unsigned char asset_58[] = {
#embed "../../Seeds/profiles.tsv" suffix(,)
0};
static const unsigned char asset_59[] = {
#embed "../../Seeds/roles.tsv" suffix(,)
0};
static const unsigned char asset_60[] = {
#embed "../../Seeds/samples/ats-export.csv" suffix(,)
0};
static const unsigned char asset_61[] = {
#embed "../../Seeds/samples/html/credit-risk-data-scientist-jirani-kredi.html" suffix(,)
0};
static const unsigned char asset_62[] = {
#embed "../../Seeds/samples/html/customer-support-lead-ploverdesk.html" suffix(,)
0};
static const unsigned char asset_63[] = {
#embed "../../Seeds/samples/html/data-engineering-manager-pinecrest.html" suffix(,)
0};
static const unsigned char asset_64[] = {
#embed "../../Seeds/samples/html/generative-ai-engineer-cindermere.html" suffix(,)
0};
static const unsigned char asset_65[] = {
#embed "../../Seeds/samples/html/junior-data-engineer-tidewell-trust.html" suffix(,)
0};
static const unsigned char asset_66[] = {
#embed "../../Seeds/samples/html/machine-learning-scientist-aldermoor.html" suffix(,)
0};
static const unsigned char asset_67[] = {
#embed "../../Seeds/samples/html/mechanical-design-engineer-rotterby.html" suffix(,)
0};
static const unsigned char asset_68[] = {
#embed "../../Seeds/samples/html/ml-infrastructure-engineer-hollowpeak.html" suffix(,)
0};
static const unsigned char asset_69[] = {
#embed "../../Seeds/samples/html/mlops-lead-skarvsund.html" suffix(,)
0};
static const unsigned char asset_70[] = {
#embed "../../Seeds/samples/html/senior-data-engineer-vitrelka-glass.html" suffix(,)
0};
static const unsigned char asset_71[] = {
#embed "../../Seeds/samples/job-board.jsonl" suffix(,)
0};
static const unsigned char asset_72[] = {
#embed "../../Seeds/samples/markdown/ai-agent-engineer.md" suffix(,)
0};
static const unsigned char asset_73[] = {
#embed "../../Seeds/samples/markdown/conversation-designer-prompts.md" suffix(,)
0};
static const unsigned char asset_74[] = {
#embed "../../Seeds/samples/markdown/data-engineer-hamburg.md" suffix(,)
0};
static const unsigned char asset_75[] = {
#embed "../../Seeds/samples/markdown/data-scientist-lyon.md" suffix(,)
0};
static const unsigned char asset_76[] = {
#embed "../../Seeds/samples/markdown/enterprise-account-executive.md" suffix(,)
0};
static const unsigned char asset_77[] = {
#embed "../../Seeds/samples/markdown/head-of-mlops.md" suffix(,)
0};
static const unsigned char asset_78[] = {
#embed "../../Seeds/samples/markdown/research-engineer-vision.md" suffix(,)
0};
static const unsigned char asset_79[] = {
#embed "../../Seeds/samples/markdown/senior-ml-scientist-nlp.md" suffix(,)
0};
static const unsigned char asset_80[] = {
#embed "../../Seeds/samples/markdown/sre-model-serving.md" suffix(,)
0};
static const unsigned char asset_81[] = {
#embed "../../Seeds/samples/markdown/streaming-data-engineer.md" suffix(,)
0};
static const unsigned char asset_82[] = {
#embed "../../Seeds/scoring.tsv" suffix(,)
0};
static const unsigned char asset_83[] = {
#embed "../../Seeds/skills/applied-ml.tsv" suffix(,)
0};
static const unsigned char asset_84[] = {
#embed "../../Seeds/skills/data-engineering.tsv" suffix(,)
0};
static const unsigned char asset_85[] = {
#embed "../../Seeds/skills/languages.tsv" suffix(,)
0};
static const unsigned char asset_86[] = {
#embed "../../Seeds/skills/mlops.tsv" suffix(,)
0};
static const unsigned char asset_87[] = {
#embed "../../Seeds/skills/outside.tsv" suffix(,)
0};
static const unsigned char asset_88[] = {
#embed "../../Seeds/skills/prompt-engineering.tsv" suffix(,)
0};
static const unsigned char asset_89[] = {
#embed "../../Seeds/sources.tsv" suffix(,)
0};
static const unsigned char asset_90[] = {
#embed "../../Seeds/weights.tsv" suffix(,)
0};

static const struct strata_asset assets[] = {
    {"Migrations/0001_initial.sql", asset_0, sizeof asset_0 - 1},
    {"Migrations/0002_catalogue.sql", asset_1, sizeof asset_1 - 1},
    {"Migrations/0003_learning.sql", asset_2, sizeof asset_2 - 1},
    {"Migrations/0004_near_duplicates.sql", asset_3, sizeof asset_3 - 1},
    {"Migrations/0005_fields.sql", asset_4, sizeof asset_4 - 1},
    {"Migrations/0006_undo.sql", asset_5, sizeof asset_5 - 1},
    {"Migrations/0007_columns.sql", asset_6, sizeof asset_6 - 1},
    {"Migrations/0008_pay_column.sql", asset_7, sizeof asset_7 - 1},
    {"Migrations/0009_candidate.sql", asset_8, sizeof asset_8 - 1},
    {"Seeds/VERSION", asset_9, sizeof asset_9 - 1},
    {"Seeds/advice/answers.tsv", asset_10, sizeof asset_10 - 1},
    {"Seeds/advice/archetypes.tsv", asset_11, sizeof asset_11 - 1},
    {"Seeds/advice/briefs.tsv", asset_12, sizeof asset_12 - 1},
    {"Seeds/advice/candidate-questions.tsv", asset_13, sizeof asset_13 - 1},
    {"Seeds/advice/complaints.tsv", asset_14, sizeof asset_14 - 1},
    {"Seeds/advice/depth.tsv", asset_15, sizeof asset_15 - 1},
    {"Seeds/advice/duties.tsv", asset_16, sizeof asset_16 - 1},
    {"Seeds/advice/exercise-questions.tsv", asset_17, sizeof asset_17 - 1},
    {"Seeds/advice/exercise-steps.tsv", asset_18, sizeof asset_18 - 1},
    {"Seeds/advice/exercises.tsv", asset_19, sizeof asset_19 - 1},
    {"Seeds/advice/first-roles.tsv", asset_20, sizeof asset_20 - 1},
    {"Seeds/advice/handovers.tsv", asset_21, sizeof asset_21 - 1},
    {"Seeds/advice/hires.tsv", asset_22, sizeof asset_22 - 1},
    {"Seeds/advice/lessons.tsv", asset_23, sizeof asset_23 - 1},
    {"Seeds/advice/needs.tsv", asset_24, sizeof asset_24 - 1},
    {"Seeds/advice/praise.tsv", asset_25, sizeof asset_25 - 1},
    {"Seeds/advice/precedence.tsv", asset_26, sizeof asset_26 - 1},
    {"Seeds/advice/questions.tsv", asset_27, sizeof asset_27 - 1},
    {"Seeds/advice/quiz.tsv", asset_28, sizeof asset_28 - 1},
    {"Seeds/advice/readiness.tsv", asset_29, sizeof asset_29 - 1},
    {"Seeds/advice/restructuring.tsv", asset_30, sizeof asset_30 - 1},
    {"Seeds/advice/resume-headings.tsv", asset_31, sizeof asset_31 - 1},
    {"Seeds/advice/resume-words.tsv", asset_32, sizeof asset_32 - 1},
    {"Seeds/advice/stages.tsv", asset_33, sizeof asset_33 - 1},
    {"Seeds/advice/steps.tsv", asset_34, sizeof asset_34 - 1},
    {"Seeds/advice/symptoms.tsv", asset_35, sizeof asset_35 - 1},
    {"Seeds/advice/team-questions.tsv", asset_36, sizeof asset_36 - 1},
    {"Seeds/advice/thesaurus.tsv", asset_37, sizeof asset_37 - 1},
    {"Seeds/advice/words.tsv", asset_38, sizeof asset_38 - 1},
    {"Seeds/advice/work.tsv", asset_39, sizeof asset_39 - 1},
    {"Seeds/advice/workflows.tsv", asset_40, sizeof asset_40 - 1},
    {"Seeds/ambiguous.tsv", asset_41, sizeof asset_41 - 1},
    {"Seeds/cues.tsv", asset_42, sizeof asset_42 - 1},
    {"Seeds/filings.tsv", asset_43, sizeof asset_43 - 1},
    {"Seeds/first-names.tsv", asset_44, sizeof asset_44 - 1},
    {"Seeds/frameworks.tsv", asset_45, sizeof asset_45 - 1},
    {"Seeds/headings.tsv", asset_46, sizeof asset_46 - 1},
    {"Seeds/layers.tsv", asset_47, sizeof asset_47 - 1},
    {"Seeds/learn/airflow-resume.md", asset_48, sizeof asset_48 - 1},
    {"Seeds/learn/chatbot-brief.txt", asset_49, sizeof asset_49 - 1},
    {"Seeds/learn/greenfield.yaml", asset_50, sizeof asset_50 - 1},
    {"Seeds/learn/my-jd.txt", asset_51, sizeof asset_51 - 1},
    {"Seeds/learn/my-verdicts.csv", asset_52, sizeof asset_52 - 1},
    {"Seeds/learn/notebook-symptoms.txt", asset_53, sizeof asset_53 - 1},
    {"Seeds/learn/ten-phds.yaml", asset_54, sizeof asset_54 - 1},
    {"Seeds/not-skills.tsv", asset_55, sizeof asset_55 - 1},
    {"Seeds/occupations.tsv", asset_56, sizeof asset_56 - 1},
    {"Seeds/places.tsv", asset_57, sizeof asset_57 - 1},
    {"Seeds/profiles.tsv", asset_58, sizeof asset_58 - 1},
    {"Seeds/roles.tsv", asset_59, sizeof asset_59 - 1},
    {"Seeds/samples/ats-export.csv", asset_60, sizeof asset_60 - 1},
    {"Seeds/samples/html/credit-risk-data-scientist-jirani-kredi.html", asset_61, sizeof asset_61 - 1},
    {"Seeds/samples/html/customer-support-lead-ploverdesk.html", asset_62, sizeof asset_62 - 1},
    {"Seeds/samples/html/data-engineering-manager-pinecrest.html", asset_63, sizeof asset_63 - 1},
    {"Seeds/samples/html/generative-ai-engineer-cindermere.html", asset_64, sizeof asset_64 - 1},
    {"Seeds/samples/html/junior-data-engineer-tidewell-trust.html", asset_65, sizeof asset_65 - 1},
    {"Seeds/samples/html/machine-learning-scientist-aldermoor.html", asset_66, sizeof asset_66 - 1},
    {"Seeds/samples/html/mechanical-design-engineer-rotterby.html", asset_67, sizeof asset_67 - 1},
    {"Seeds/samples/html/ml-infrastructure-engineer-hollowpeak.html", asset_68, sizeof asset_68 - 1},
    {"Seeds/samples/html/mlops-lead-skarvsund.html", asset_69, sizeof asset_69 - 1},
    {"Seeds/samples/html/senior-data-engineer-vitrelka-glass.html", asset_70, sizeof asset_70 - 1},
    {"Seeds/samples/job-board.jsonl", asset_71, sizeof asset_71 - 1},
    {"Seeds/samples/markdown/ai-agent-engineer.md", asset_72, sizeof asset_72 - 1},
    {"Seeds/samples/markdown/conversation-designer-prompts.md", asset_73, sizeof asset_73 - 1},
    {"Seeds/samples/markdown/data-engineer-hamburg.md", asset_74, sizeof asset_74 - 1},
    {"Seeds/samples/markdown/data-scientist-lyon.md", asset_75, sizeof asset_75 - 1},
    {"Seeds/samples/markdown/enterprise-account-executive.md", asset_76, sizeof asset_76 - 1},
    {"Seeds/samples/markdown/head-of-mlops.md", asset_77, sizeof asset_77 - 1},
    {"Seeds/samples/markdown/research-engineer-vision.md", asset_78, sizeof asset_78 - 1},
    {"Seeds/samples/markdown/senior-ml-scientist-nlp.md", asset_79, sizeof asset_79 - 1},
    {"Seeds/samples/markdown/sre-model-serving.md", asset_80, sizeof asset_80 - 1},
    {"Seeds/samples/markdown/streaming-data-engineer.md", asset_81, sizeof asset_81 - 1},
    {"Seeds/scoring.tsv", asset_82, sizeof asset_82 - 1},
    {"Seeds/skills/applied-ml.tsv", asset_83, sizeof asset_83 - 1},
    {"Seeds/skills/data-engineering.tsv", asset_84, sizeof asset_84 - 1},
    {"Seeds/skills/languages.tsv", asset_85, sizeof asset_85 - 1},
    {"Seeds/skills/mlops.tsv", asset_86, sizeof asset_86 - 1},
    {"Seeds/skills/outside.tsv", asset_87, sizeof asset_87 - 1},
    {"Seeds/skills/prompt-engineering.tsv", asset_88, sizeof asset_88 - 1},
    {"Seeds/sources.tsv", asset_89, sizeof asset_89 - 1},
    {"Seeds/weights.tsv", asset_90, sizeof asset_90 - 1},
};

int strata_asset_count(void) { return sizeof assets / sizeof assets[0]; }
const struct strata_asset *strata_asset_at(int index) { return &assets[index]; }
