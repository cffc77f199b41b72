"""From weak points to measures: findings, the plan and its steps, follow-up, what came of it, calendar."""
