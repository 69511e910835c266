import StrataModel

/// Plain cases that no reader would argue about, each for one lesson.
enum Postings {
    static let data: [Posting] = [
        Posting(
            "pipelines and a warehouse are data engineering", "data-engineering", needs: [.dataEngineering],
            not: [.promptEngineering, .mlops],
            """
            Responsibilities
            - Build and maintain batch and streaming data pipelines in Airflow and Kafka
            - Model the warehouse in Snowflake with dbt
            - Keep an eye on data quality and lineage
            Requirements
            - Strong SQL and Python
            - Experience with ETL and data warehousing
            """),
        Posting(
            "an analytics engineer models data", title: "Analytics Engineer", "data-engineering",
            needs: [.dataEngineering],
            """
            You will own our dbt project: dimensional models, tests and documentation in BigQuery. You will ingest new
            sources with Fivetran and keep the data pipelines reliable.
            """),
        Posting(
            "a big data engineer runs clusters of data", "data-engineering", needs: [.dataEngineering],
            """
            What you will do
            - Design ingestion into our data lake on Hadoop and Hive
            - Tune Spark jobs over terabytes of events
            - Migrate legacy ETL from Informatica
            """),
        Posting(
            "a database migration with ETL is data engineering", "data-engineering", needs: [.dataEngineering],
            not: [.appliedML, .promptEngineering],
            """
            Responsibilities: data migration from Oracle to Redshift, ETL development in Talend, data modelling and
            data integration, data quality checks. Requirements: SQL, data warehousing, star schemas.
            """),
        Posting(
            "streaming is data engineering", "data-engineering",
            """
            You will build real-time data pipelines with Kafka Connect, Flink and Debezium, write schemas to the schema
            registry, and load the data warehouse every minute. Data ingestion and ETL are your daily work.
            """),
        Posting(
            "an intern who builds pipelines does data engineering", title: "Data Engineering Intern",
            "data-engineering",
            """
            Help us to build data pipelines in Airflow, load our data warehouse in Snowflake and test data quality. You know
            some SQL and Python.
            """),
        Posting(
            "German: Datenpipelines", "data-engineering", needs: [.dataEngineering],
            """
            Deine Aufgaben
            - Aufbau und Betrieb von Datenpipelines mit Airflow und Kafka
            - ETL-Prozesse und Datenmodellierung im Data Warehouse (Snowflake)
            Dein Profil
            - Sehr gute Kenntnisse in SQL und Python
            """),
        Posting(
            "a lakehouse platform for data", "data-engineering",
            """
            Responsibilities
            - Run our Databricks lakehouse: Delta Lake, Unity Catalog, Spark
            - Data ingestion from SaaS tools, CDC from PostgreSQL
            - Data governance and data quality with Great Expectations
            """),
    ]

    static let models: [Posting] = [
        Posting(
            "training and evaluating models is applied ML", "applied-ml", needs: [.appliedML],
            not: [.promptEngineering],
            """
            Responsibilities
            - Train and evaluate predictive models in scikit-learn and PyTorch
            - Feature engineering, cross-validation, hyperparameter tuning
            Requirements
            - Statistics, machine learning, Python
            """),
        Posting(
            "statistics and experiments are data science", title: "Data Scientist", "applied-ml", needs: [.appliedML],
            """
            You will design A/B tests, build causal inference and forecasting models, and do statistical modelling in R and
            Python on our customers' behaviour.
            """),
        Posting(
            "computer vision is applied ML", "applied-ml", needs: [.appliedML],
            """
            What you will do: train object detection and segmentation networks in PyTorch, build data sets, evaluate models on
            new cameras. You know deep learning, OpenCV and convolutional neural networks.
            """),
        Posting(
            "language research before the chatbots is applied ML", "applied-ml",
            """
            Research scientist for natural language processing: machine translation, named entity recognition, deep learning
            with transformers in TensorFlow. You publish at ACL and train models on our own corpora.
            """),
        Posting(
            "recommenders are applied ML", "applied-ml", needs: [.appliedML],
            """
            Responsibilities
            - Build recommender systems: collaborative filtering, learning to rank
            - Offline evaluation and A/B testing of machine learning models
            - Feature engineering over user behaviour
            """),
        Posting(
            "credit scoring is applied ML", title: "Credit Risk Modeller", "applied-ml",
            """
            You build and validate predictive models for default risk: logistic regression, gradient boosting (XGBoost), feature
            engineering, model validation and statistical analysis in Python and SAS.
            """),
        Posting(
            "a PhD in statistics for time series", "applied-ml",
            """
            Requirements: PhD in statistics or machine learning. Responsibilities: time series forecasting, Bayesian models,
            machine learning research, experiments, model evaluation.
            """),
        Posting(
            "French: modèles de machine learning", title: "Data Scientist", "applied-ml", needs: [.appliedML],
            """
            Vos missions
            - Développer des modèles de machine learning et de deep learning
            - Data science et statistiques sur nos données clients
            Profil recherché
            - Python, scikit-learn, PyTorch
            """),
    ]

    static let operations: [Posting] = [
        Posting(
            "deploying and watching models is MLOps", "mlops", needs: [.mlops],
            """
            Responsibilities
            - Deploy machine learning models to production on Kubernetes with KServe
            - CI/CD for models, model registry in MLflow
            - Monitor drift and model performance in production
            Requirements
            - MLOps, Docker, Terraform
            """),
        Posting(
            "a platform for training is MLOps", title: "ML Platform Engineer", "mlops", needs: [.mlops],
            """
            You build our ML platform: Kubeflow pipelines, a feature store, model serving with Triton, GPU clusters on
            Kubernetes, and model monitoring for forty data scientists.
            """),
        Posting(
            "inference optimisation is MLOps", "mlops", needs: [.mlops],
            """
            Responsibilities
            - Optimise inference of large models with TensorRT, vLLM and CUDA
            - Model serving at low latency on GPU clusters
            - Quantisation, batching, distributed inference
            """),
        Posting(
            "an MLOps engineer with few words", title: "MLOps Engineer", "mlops", needs: [.mlops],
            "You run model deployment and model monitoring in production with MLflow, Kubernetes and SageMaker pipelines."
        ),
        Posting(
            "model CI/CD in a bank", "mlops", needs: [.mlops],
            """
            Key duties: MLOps pipelines for model deployment, model registry, automated retraining, CI/CD of machine learning
            models, monitoring for data drift, containers with Docker and Kubernetes.
            """),
    ]

    static let prompts: [Posting] = [
        Posting(
            "RAG and agents are prompt engineering", "prompt-engineering", needs: [.promptEngineering],
            not: [.dataEngineering],
            """
            Responsibilities
            - Build retrieval-augmented generation with LangChain and a vector database
            - Write and test prompts, evaluate LLM answers, add guardrails
            - LLM agents that call our tools
            """),
        Posting(
            "a prompt engineer", title: "Prompt Engineer", "prompt-engineering", needs: [.promptEngineering],
            not: [.dataEngineering, .mlops],
            """
            You design prompts for GPT-4 and Claude, build prompt libraries, test few-shot examples and evaluate the outputs of
            large language models with our editors.
            """),
        Posting(
            "applications on LLM APIs are prompt engineering", title: "Generative AI Engineer", "prompt-engineering",
            needs: [.promptEngineering],
            """
            Build LLM applications with the OpenAI API and LlamaIndex: RAG over our documents, prompt engineering, function
            calling, evaluation of hallucinations.
            """),
        Posting(
            "agentic workflows", "prompt-engineering", needs: [.promptEngineering],
            """
            What you will do: design agentic workflows with LangGraph, multi-agent systems with tool use and memory, prompt
            engineering and LLM evaluation, MCP servers.
            """),
        Posting(
            "rating the answers of models", title: "AI Trainer", "prompt-engineering",
            """
            You write prompts, rate the responses of large language models, compare answers and give feedback that trains
            generative AI. You evaluate LLM outputs for accuracy.
            """),
    ]

    static let outside: [Posting] = [
        Posting(
            "dashboards alone are no layer", title: "Data Analyst", "none",
            not: [.appliedML, .mlops, .promptEngineering],
            """
            Responsibilities
            - Build dashboards in Tableau and Power BI for sales and finance
            - Weekly reporting of KPIs, ad-hoc analysis in Excel
            Requirements
            - Excel, PowerPoint, communication with stakeholders
            """),
        Posting(
            "an accountant", title: "Senior Accountant", "none", not: [.dataEngineering, .appliedML, .mlops],
            "Month-end close, general ledger, accounts payable, tax returns, audits. CPA and Excel required."),
        Posting(
            "a web developer", title: "Full Stack Developer", "none", not: [.appliedML, .mlops, .promptEngineering],
            """
            Requirements: React, TypeScript, Node.js, REST APIs, CSS. You build our web shop, write unit tests and review code.
            """),
        Posting(
            "plain DevOps without models", title: "DevOps Engineer", "none", not: [.appliedML, .promptEngineering],
            """
            Terraform, Ansible, Jenkins, Linux administration, AWS networking and on-call for our web services. CI/CD for Java
            applications, Kubernetes, Prometheus.
            """),
        Posting(
            "a sales job at an AI company", title: "Account Executive", "none", not: [.mlops, .dataEngineering],
            """
            About us
            We build the leading MLOps platform: model serving, Kubernetes, drift monitoring and a feature store.
            Your role
            - Prospecting, negotiation and closing of enterprise deals
            - Forecasting your pipeline in Salesforce
            Requirements
            - Five years of B2B sales, quota attainment
            """),
        Posting(
            "HR software that uses Snowflake as a customer", title: "Customer Success Manager", "none",
            not: [.dataEngineering],
            """
            We are an HR software company; our customers include Snowflake, Databricks and Confluent.
            You will onboard customers, run quarterly business reviews and renewals, and train their HR teams.
            Requirements: customer success, communication, Salesforce.
            """),
        Posting(
            "a recruiter for data people", title: "Technical Recruiter", "none", not: [.dataEngineering, .appliedML],
            """
            You source and interview candidates for our engineering teams, run the applicant tracking system and negotiate
            offers. Experience in recruiting is required.
            """),
        Posting(
            "a nurse", title: "Registered Nurse", "none",
            "Patient care on the cardiology ward, medication, documentation, night shifts. Nursing licence required."),
        Posting(
            "a mobile developer", title: "iOS Developer", "none", not: [.appliedML, .mlops],
            "Swift, SwiftUI, UIKit, App Store releases, unit tests. You build our banking app with two designers."),
        Posting(
            "a project manager", title: "Project Manager", "none", not: [.mlops, .dataEngineering],
            "Plan budgets and milestones, run stand-ups, keep stakeholders informed, manage risks. PMP and Jira."),
        Posting(
            "business intelligence reports", title: "BI Analyst", "none", not: [.appliedML, .mlops],
            """
            You design reports and dashboards in Qlik Sense and Power BI, gather requirements from business users and train them.
            Excel, DAX and communication skills.
            """),
        Posting(
            "a data entry clerk", title: "Data Entry Clerk", "none", not: [.dataEngineering, .appliedML],
            "Type invoices into our system, file documents, answer the telephone. Microsoft Office and accuracy."),
        Posting(
            "a QA engineer", title: "QA Automation Engineer", "none", not: [.appliedML],
            "Selenium, TestNG, test plans, regression testing, bug reports in Jira. You automate our web tests in Java."
        ),
        Posting(
            "security", title: "Security Engineer", "none", not: [.appliedML, .promptEngineering],
            "SIEM, incident response, penetration tests, firewalls, ISO 27001. You harden our network."),
        Posting(
            "marketing that writes with AI tools", title: "Content Marketing Manager", "none",
            not: [.dataEngineering, .mlops],
            "Write blog posts, plan campaigns, SEO, newsletters in HubSpot, social media. You report on conversions."),
        Posting("nothing at all", "none", "We look for nice people who like to work in a team."),
        Posting("an empty text", "none", ""),
        Posting(
            "benefits and nothing else", "none",
            "Benefits\n- Health insurance\n- A Kubernetes course\n- PyTorch meetups\n- Free lunch and a gym"),
    ]

    /// The title that can mean four jobs, and the job beyond them.
    static let sameTitle: [Posting] = [
        Posting(
            "a Machine Learning Engineer who builds pipelines", title: "Machine Learning Engineer", "data-engineering",
            needs: [.dataEngineering],
            """
            Responsibilities
            - Build data pipelines and ETL in Airflow and Spark that feed our warehouse in Snowflake
            - Data ingestion with Kafka, data quality checks, data modelling with dbt
            - Own the data lake and its data catalogue
            Requirements
            - SQL, data warehousing, data architecture
            """),
        Posting(
            "a Machine Learning Engineer who trains models", title: "Machine Learning Engineer", "applied-ml",
            needs: [.appliedML],
            """
            Responsibilities
            - Train deep learning models in PyTorch, feature engineering, model evaluation
            - Run experiments and statistical analysis
            Requirements
            - Machine learning, statistics, Python
            """),
        Posting(
            "a Machine Learning Engineer who runs models", title: "Machine Learning Engineer", "mlops",
            needs: [.mlops],
            """
            Responsibilities
            - Deploy models to production on Kubernetes, model serving with KServe and Triton
            - MLOps: CI/CD for models, model registry, drift detection, model monitoring
            - Run our ML platform and GPU clusters
            """),
        Posting(
            "a Machine Learning Engineer who talks to language models", title: "Machine Learning Engineer",
            "prompt-engineering", needs: [.promptEngineering],
            """
            Responsibilities
            - Build RAG applications with LangChain and a vector database on the OpenAI API
            - Prompt engineering, LLM evaluation and guardrails, LLM agents
            - Prompt design with our writers
            """),
        Posting(
            "a Machine Learning Engineer who sells", title: "Machine Learning Engineer", "none",
            not: [.dataEngineering, .promptEngineering],
            """
            Responsibilities
            - Presales demos and trade fairs, proposals and contracts
            - Customer success, account management and renewals in Salesforce
            - Dashboards of the sales funnel in Excel and PowerPoint
            Requirements
            - Business development, negotiation, sales cycle, stakeholder management
            """),
    ]
}
