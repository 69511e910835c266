"""Names and limits that reports have."""

LAYERS = ["data-engineering", "applied-ml", "mlops", "prompt-engineering"]
SENIORITIES = ["intern", "junior", "mid", "senior", "staff", "principal", "lead", "manager", "director", "executive"]
OF_TIME = {"month", "quarter", "year"}
OF_SIGHTINGS = OF_TIME | {"source"}
OF_SKILLS = {"skill", "tool"}
NAMED = {"layer", "primary", "role", "skill", "tool"}
SMALL = 20  # texts: fewer are a small sample
LEAST_PAY = 5  # texts that state pay in a currency
LEAST_TEXTS = 5  # texts that ask for what stands out
LEAST_STRENGTH = 10.83  # log-likelihood ratio of what stands out
EXPLAINED = 50  # rows of a demand report that have details
