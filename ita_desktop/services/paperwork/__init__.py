"""The year's papers: written, set on pages, numbered, signed, kept; `Workspace.paperwork` holds the services.

What a window or a command line calls, by service. Rich text is `domain.paperwork.richtext.Document`; the read
models are in `domain.paperwork.papers` and `.register`; the problems in `domain.paperwork.problems`.

`paperwork.papers` (PaperDesk)
    kinds() -> tuple[Kind, ...]                              kind(code) -> Kind
    list(removed=False) -> tuple[PaperLine, ...]             paper(key) -> Paper
    create(kind, template=0) -> Changes                      the key of the new paper is `Changes.key`
    save(key, fields, document) -> datetime                  autosave: on the disk at once, not in the history
    keep(key, fields, document) -> Changes                   as a command: a line of history, a version
    rename(key, title) · copy(key) · remove(key) · restore(key) -> Changes
    versions(key) -> tuple[Version, ...]                     version(version_key) -> Paper as it was then
    take_version(key, version_key) -> Changes                writes an old text back (the present one is kept)
    proposals(kind) -> dict[str, str]                        what each field says while nobody wrote it
    values() -> tuple[LiveValue, ...]                        parts() -> tuple[LiveValue, ...] for FilePart
    written_out(name) -> tuple[Block, ...]                   a part as ordinary blocks; none for a chapter
`paperwork.pages` (PageService)
    set(kind, fields, document, state=DRAFT, watermark=False) -> SetPaper    what is being typed; quick again
    pdf(key) -> bytes                                        a signed paper gives the kept PDF, byte for byte
    word(key) -> bytes                                       .docx
`paperwork.pictures` (PictureStore)
    add(data: bytes, name="") -> StoredPicture(sha256, width_px, height_px)   PictureRefused
    add_file(path) -> StoredPicture                          data(sha256) -> bytes (upright, print size)
`paperwork.signing` (SigningService)
    submit(key) · take_back(key) -> Changes                  draft -> for signature -> draft
    sign(key, day, number=None, why="", who=None) -> Changes number None: the book's next; who: a Signatory
    attach_scan(key, path) -> Changes                        scan(key) -> bytes
    void(key, why) -> Changes                                the number stays used, its line says why
`paperwork.register` (RegisterService)
    books() -> tuple[Book, ...]                              change_book(book) -> Changes
    entries(book, year) -> tuple[RegisterEntry, ...]         next_number(book, year) -> int
    years(book) -> tuple[int, ...]                           gaps(book, year) -> tuple[int, ...]
    reserve(book, year, number, subject, why, day=None) -> Changes    a number given or passed over elsewhere
    pdf(book, year) -> bytes                                 ทะเบียนหนังสือ on paper
`paperwork.templates` (TemplateService)
    list(kind="") -> tuple[TemplateText, ...]                save_as(key, name, own=False) -> Changes
    remove(template) -> Changes                              own: what a new paper of its kind begins with
    write(template) -> bytes                                 read(data: bytes) -> Changes (key: the template)
`paperwork.people` (PeopleService)
    signatories() -> tuple[Signatory, ...]                   change(signatories) -> Changes

Years of registers are calendar years B.E. All services are used from one thread, as all others are.
"""
