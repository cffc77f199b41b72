"""From weak points to measures: findings, the plan with its steps, follow-up, what came of it, the calendar."""
