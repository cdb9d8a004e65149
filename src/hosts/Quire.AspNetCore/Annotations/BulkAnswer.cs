using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Answers;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Prompts;

namespace Quire.AspNetCore.Annotations;

/// <summary>What a change of several prompts did.</summary>
internal sealed record BulkAnswer
{
    /// <summary>The number of the one change; of the organisation's last one where nothing changed.</summary>
    public required long Sequence { get; init; }

    /// <summary>Whether anything changed at all.</summary>
    public required bool Changed { get; init; }

    /// <summary>Whether this answer was given before, to the same idempotency key.</summary>
    public required bool Replayed { get; init; }

    /// <summary>How many prompts were meant.</summary>
    public required int Prompts { get; init; }

    /// <summary>The prompts of the folder that lack the alias to follow, and were left alone.</summary>
    public required IReadOnlyList<string> Skipped { get; init; }

    /// <summary>What may be worth a look.</summary>
    public required IReadOnlyList<Finding> Warnings { get; init; }

    /// <summary>The answer to a call.</summary>
    public static IResult To(Call call, BulkResult result)
    {
        call.Sequence(result.Applied.Sequence);
        return Answer.Json(
            new BulkAnswer
            {
                Sequence = result.Applied.Sequence,
                Changed = result.Applied.Changed,
                Replayed = result.Applied.Replayed,
                Prompts = result.Prompts,
                Skipped = result.Skipped,
                Warnings = Finding.All(result.Applied.Warnings),
            },
            QuireJson.Api.BulkAnswer);
    }
}
