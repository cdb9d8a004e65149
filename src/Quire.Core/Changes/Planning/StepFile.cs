using Quire.Versioning.Objects;

namespace Quire.Core.Changes.Planning;

/// <summary>A prompt file that a step adds or changes.</summary>
/// <param name="Name">The prompt's path.</param>
/// <param name="FilePath">The file's path.</param>
/// <param name="Blob">Its content.</param>
internal sealed record StepFile(string Name, string FilePath, ObjectId Blob);
