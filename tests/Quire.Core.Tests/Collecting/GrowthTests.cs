using Quire.Testing;

namespace Quire.Core.Tests.Collecting;

public sealed class GrowthTests : IDisposable
{
    private const int Prompts = 1_000;
    private const int Saves = 100;

    // What 100 MB for 10,000 saves allow each.
    private const int BytesPerSave = 10_000;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_save_in_a_large_folder_does_not_store_the_folder_again()
    {
        await using var shop = await Workshop.Open(place: _folder.Combine("data"));
        await shop.Commit([.. Enumerable.Range(0, Prompts).Select(number => File(number, 0))]);
        var before = (await shop.Store.Space(TestContext.Current.CancellationToken)).Bytes;

        for (var save = 1; save <= Saves; save++)
            await shop.Commit(File(save * 13 % Prompts, save));

        var grown = (await shop.Store.Space(TestContext.Current.CancellationToken)).Bytes - before;
        grown.ShouldBeLessThan(Saves * BytesPerSave);
        (await shop.Verifier.Verify(shop.Owner)).Problems.ShouldBeEmpty();
    }

    private static (string Path, string? Text) File(int number, int revision) => ($"folder/prompt-{number:D5}", $"Prompt {number} in revision {revision}\n");
}
