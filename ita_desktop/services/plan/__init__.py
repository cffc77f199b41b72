"""From weak points to measures and back: findings, library, follow-up, what came of it, the calendar."""
