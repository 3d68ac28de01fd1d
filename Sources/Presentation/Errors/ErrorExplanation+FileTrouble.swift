import GasService

extension ErrorExplanation {
    /// Why a file cannot be used, and what helps.
    init(file path: String, _ reason: GasworksError.FileTrouble) {
        switch reason {
        case .missing:
            self.init(
                Phrase(en: "There is no file \(path).", zh: "文件 \(path) 不存在。"),
                cure: Phrase(en: "Check the path.", zh: "请检查路径。"))
        case .forbidden:
            self.init(
                Phrase(en: "\(path) may not be read or written by you.", zh: "没有读写 \(path) 的权限。"),
                cure: Phrase(en: "Check its owner and permissions.", zh: "请检查其属主和权限。"))
        case .directory:
            self.init(
                Phrase(en: "\(path) is a directory.", zh: "\(path) 是目录。"),
                cure: Phrase(en: "Name a file.", zh: "请指定文件。"))
        case .exists:
            self.init(
                Phrase(en: "\(path) exists already and is left as it is.", zh: "\(path) 已存在，未作改动。"),
                cure: Phrase(en: "Choose another name or remove it first.", zh: "请另选名称，或先删除该文件。"))
        case .broken:
            self.init(
                Phrase(en: "Reading or writing \(path) broke off.", zh: "读写 \(path) 时中断。"),
                cure: Phrase(en: "Check the disk and its free space, then repeat.", zh: "请检查磁盘及剩余空间后重试。"))
        }
    }
}
