/// Scripts that teach shells the options of the command, from the same tables as the help.
enum Completions {
    enum Shell: String {
        case bash, zsh, fish
    }

    static func script(for shell: Shell) -> String {
        switch shell {
        case .bash: bash
        case .zsh: zsh
        case .fish: fish
        }
    }

    /// How an option is typed: `-h`, `--help`.
    private static func words(_ option: Option) -> [String] {
        var words: [String] = []
        if let letter = option.letter { words.append("-\(letter)") }
        if let name = option.name { words.append("--\(name)") }
        return words
    }

    /// Options whose argument is the next word, without those that end the list.
    private static var takers: [Option] {
        Option.all.filter { option in
            switch option.action {
            case .text, .module: false
            default: option.argument != nil
            }
        }
    }

    private static let actions = ["default", "error", "always", "ignore", "module", "once"]

    /// What the argument of an option may be.
    private static func choices(_ option: Option) -> [String] {
        switch option.action {
        case .warning: actions
        case .implementation: ImplementationOption.all.map { $0.argument.isEmpty ? $0.name : $0.name + "=" }
        default: option.choices
        }
    }

    /// A text in single quotes, as POSIX shells read it.
    private static func quoted(_ text: String) -> String {
        "'" + text.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
    }

    // MARK: bash

    /// Works with the bash 3.2 of macOS, too: no associative arrays, no mapfile.
    private static var bash: String {
        let options = Option.all.flatMap(words).joined(separator: " ")
        let skipped = takers.flatMap(words).joined(separator: "|")
        var answers = ""
        for option in takers {
            let list = choices(option).joined(separator: " ")
            answers += "        \(words(option).joined(separator: "|")))\n"
            answers += "            COMPREPLY=($(compgen -W \(quoted(list)) -- \"$cur\"))\n"
            if case .implementation = option.action {
                answers += "            [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null\n"
            }
            answers += "            return ;;\n"
        }
        var tools = ""
        for tool in Tool.all where !tool.choices.isEmpty {
            tools +=
                "        \(tool.name)) COMPREPLY=($(compgen -W \(quoted(tool.choices.joined(separator: " "))) "
                + "-- \"$cur\")); return ;;\n"
        }
        return """
            # Completion of minipy's arguments in bash; printed by: minipy completions bash
            _minipy() {
                local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} i=1 IFS=$' \\t\\n'
                COMPREPLY=()
                # bash takes --clock=real for three words.
                if [[ $cur == = ]]; then
                    cur=
                elif [[ $prev == = ]]; then
                    prev=${COMP_WORDS[COMP_CWORD-2]}
                fi
                if ((COMP_CWORD == 2)); then
                    case $prev in
            \(indented(tools, by: 4))        esac
                fi
                # What stands behind the program is the program's own.
                while ((i < COMP_CWORD)); do
                    case ${COMP_WORDS[i]} in
                        -c|-m) return ;;
                        \(skipped))
                            if [[ ${COMP_WORDS[i+1]} == = ]]; then ((i++)); fi
                            ((i++)) ;;
                        -?*) ;;
                        *) return ;;
                    esac
                    ((i++))
                done
                case $prev in
            \(answers)    esac
                if [[ $cur == -* ]]; then
                    COMPREPLY=($(compgen -W \(quoted(options)) -- "$cur"))
                    return
                fi
                if ((COMP_CWORD == 1)); then
                    COMPREPLY=($(compgen -W \(quoted(Tool.all.map(\.name).joined(separator: " "))) -- "$cur"))
                fi
                IFS=$'\\n'
                COMPREPLY+=($(compgen -f -X '!*.py' -- "$cur") $(compgen -f -X '!*.mpy' -- "$cur") $(compgen -d -- "$cur"))
                compopt -o filenames 2>/dev/null
            }
            complete -o default -F _minipy minipy

            """
    }

    private static func indented(_ text: String, by count: Int) -> String {
        text.split(separator: "\n").map { String(repeating: " ", count: count) + $0 + "\n" }.joined()
    }

    // MARK: zsh

    private static var zsh: String {
        var lines: [String] = []
        for option in Option.all {
            let words = words(option)
            // Flags may be given more than once; what ends the list excludes all others.
            var end = ""
            var exclusion = words.count > 1 ? "(\(words.joined(separator: " ")))" : "*"
            switch option.action {
            case .text, .module:
                exclusion = "(- 1)"
                end = ":\(option.argument ?? ""): "
            default:
                if option.argument != nil {
                    let list = choices(option).map { $0.hasSuffix("=") ? "\($0)" : $0 }.joined(separator: " ")
                    end = ":\(zshText(option.argument ?? "")):(\(list))"
                    if words.count == 1, option.letter == nil { exclusion = "" }
                }
            }
            for word in words {
                let joined = option.argument == nil ? "" : option.letter == nil ? "=" : "+"
                lines.append("        " + quoted("\(exclusion)\(word)\(joined)[\(zshText(option.help))]\(end)"))
            }
        }
        var tools = ""
        for tool in Tool.all { tools += "        " + quoted("\(tool.name):\(zshText(tool.help))") + "\n" }
        var arguments = ""
        for tool in Tool.all {
            let answer =
                tool.choices.isEmpty
                ? tool.arguments.isEmpty ? ":" : "_files"
                : "compadd -- "
                    + tool.choices.joined(separator: " ")
            arguments += "            \(tool.name)) \(answer); return ;;\n"
        }
        return """
            #compdef minipy
            # Completion of minipy's arguments in zsh; printed by: minipy completions zsh

            _minipy_program() {
                local -a tools=(
            \(tools)    )
                if ((CURRENT == 2)); then
                    _alternative 'tools:tool:{_describe tool tools}' 'files:program:_files -g "*.(py|mpy)(-.)"'
                else
                    _files -g '*.(py|mpy)(-.)'
                fi
            }

            _minipy() {
                if ((CURRENT == 3)); then
                    case $words[2] in
            \(arguments)        esac
                fi
                local -a options=(
            \(lines.joined(separator: "\n"))
                )
                _arguments -s -S -A '-*' $options '1:program:_minipy_program' '*:argument:_files'
            }

            if [[ $funcstack[1] == _minipy ]]; then
                _minipy "$@"
            else
                compdef _minipy minipy
            fi

            """
    }

    /// A text inside a specification of `_arguments`.
    private static func zshText(_ text: String) -> String {
        text.map { "[]:\\".contains($0) ? "\\\($0)" : String($0) }.joined()
    }

    // MARK: fish

    private static var fish: String {
        var lines = ""
        for option in Option.all {
            var line = "complete -c minipy -n __minipy_before_program"
            if let letter = option.letter { line += " -s \(letter)" }
            if let name = option.name { line += " -l \(name)" }
            let list = choices(option)
            if !list.isEmpty {
                line += " -x -a \(fishText(list.joined(separator: " ")))"
            } else if option.argument != nil {
                line += " -x"
            }
            lines += line + " -d \(fishText(option.help))\n"
        }
        for tool in Tool.all {
            lines += "complete -c minipy -n __fish_use_subcommand -a \(tool.name) -d \(fishText(tool.help))\n"
            if !tool.choices.isEmpty {
                lines +=
                    "complete -c minipy -n '__fish_seen_subcommand_from \(tool.name)' -f "
                    + "-a \(fishText(tool.choices.joined(separator: " ")))\n"
            }
        }
        return """
            # Completion of minipy's arguments in fish; printed by: minipy completions fish

            # What stands behind the program is the program's own.
            function __minipy_before_program
                set -l words (commandline -opc)
                set -e words[1]
                while set -q words[1]
                    switch $words[1]
                        case -c -m
                            return 1
                        case \(takers.flatMap(words).joined(separator: " "))
                            set -e words[1]
                        case '-?*'
                        case '*'
                            return 1
                    end
                    set -q words[1]; and set -e words[1]
                end
                return 0
            end

            \(lines)
            """
    }

    private static func fishText(_ text: String) -> String {
        "'" + text.map { "'\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "'"
    }
}
