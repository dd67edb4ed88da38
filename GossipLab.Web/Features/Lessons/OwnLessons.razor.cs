using System.Text;
using GossipLab.Web.Lessons;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace GossipLab.Web.Features.Lessons;

/// <summary>
/// Lessons of the visitor's own. Their files stay in the browser; a file with a fault is explained line by line and
/// changes nothing.
/// </summary>
public sealed partial class OwnLessons
{
    private const int MostFiles = 10;

    private readonly List<Lesson> _lessons = [];
    private IReadOnlyList<LessonFault> _faults = [];
    private string _name = "";
    private bool _isBusy;

    /// <summary>How many steps of each lesson were answered, by slug.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, int> Done { get; set; } = new Dictionary<string, int>();

    [Inject]
    private LessonShelf Shelf { get; set; } = null!; // Set by the framework before first use.

    [Inject]
    private LessonFiles Files { get; set; } = null!; // Set by the framework before first use.

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            foreach (var text in (await Files.ReadAsync()).Take(MostFiles))
            {
                await ImportAsync(text); // What was sound once may be refused by a newer server; then it is not shown.
            }

            StateHasChanged();
        }
    }

    private async Task ReadAsync(InputFileChangeEventArgs chosen)
    {
        (_isBusy, _name, _faults) = (true, chosen.File.Name, []);
        try
        {
            if (chosen.File.Size > ImportedLessons.MostBytes)
            {
                _faults = [ImportedLessons.TooLarge(chosen.File.Size)];
                return;
            }

            await using var stream = chosen.File.OpenReadStream(ImportedLessons.MostBytes);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var text = await reader.ReadToEndAsync();
            if (_lessons.Count >= MostFiles)
            {
                _faults = [new LessonFault(1, UiText.OwnLessons.TooMany(MostFiles))];
                return;
            }

            _faults = await ImportAsync(text);
            if (_faults.Count == 0)
            {
                await Files.KeepAsync(text);
            }
        }
        catch (Exception gone) when (gone is IOException or JSException)
        {
            _faults = [new LessonFault(1, UiText.OwnLessons.Unreadable)];
        }
        finally
        {
            _isBusy = false;
        }
    }

    private async Task<IReadOnlyList<LessonFault>> ImportAsync(string text)
    {
        Lesson? lesson = null;
        var faults = await Task.Run(() => Shelf.Imported.Import(text, out lesson));
        if (lesson is not null && !_lessons.Exists(other => other.Slug == lesson.Slug))
        {
            _lessons.Add(lesson);
        }

        return faults;
    }

    private async Task ForgetAsync()
    {
        await Files.ForgetAsync();
        _lessons.Clear();
    }
}
