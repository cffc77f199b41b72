"""Ed25519 signatures: a changed or foreign package is known. The only module that knows PyNaCl."""

from __future__ import annotations

from nacl.exceptions import BadSignatureError, CryptoError
from nacl.signing import SigningKey, VerifyKey

SECRET_BYTES = PUBLIC_BYTES = 32
SIGNATURE_BYTES = 64


def new_secret() -> bytes:
    """Return the secret of a new signing key."""
    return bytes(SigningKey.generate())


def public_of(secret: bytes) -> bytes:
    """Return the public key of a secret."""
    return bytes(SigningKey(secret).verify_key)


def signed(secret: bytes, purpose: str, data: bytes) -> bytes:
    """Sign `data` for a purpose: a signature made for one thing is never taken for another."""
    return SigningKey(secret).sign(_message(purpose, data)).signature


def is_signed(public: bytes, purpose: str, data: bytes, signature: bytes) -> bool:
    """Tell whether the holder of a key signed `data` for that purpose."""
    if len(public) != PUBLIC_BYTES or len(signature) != SIGNATURE_BYTES:
        return False
    try:
        VerifyKey(public).verify(_message(purpose, data), signature)
    except (BadSignatureError, CryptoError, ValueError, TypeError):
        return False
    return True


def _message(purpose: str, data: bytes) -> bytes:
    """Return what is signed: the purpose, which holds no line end, and the data."""
    return f"ITA Desktop {purpose}\n".encode() + data
