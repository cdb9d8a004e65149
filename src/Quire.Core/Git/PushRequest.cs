using Quire.Core.Access;

namespace Quire.Core.Git;

/// <summary>A push, as it came.</summary>
/// <param name="Caller">Who pushes.</param>
/// <param name="Project">The project's name; it may not exist yet.</param>
/// <param name="Commands">What it wants of refs.</param>
/// <param name="Pack">The new objects; null where the client sent none.</param>
/// <param name="Spill">Makes a stream to read and write, for objects that memory should not hold. The push disposes of it.</param>
public sealed record PushRequest(Principal Caller, string Project, IReadOnlyList<RefCommand> Commands, Stream? Pack, Func<Stream> Spill);
