# paths_k_cutoff_4_step_8000.svg, drawn from paths_k_cutoff_4_step_8000.tsv. To change it, edit this file and run: gnuplot paths_k_cutoff_4_step_8000.gp
set terminal svg size 664,376 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'paths_k_cutoff_4_step_8000'
set output 'paths_k_cutoff_4_step_8000.svg'
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the cells of map n
pick(n, name) = column('panel') == n ? column(name) : NaN
shown(n) = sprintf('%.2f', abs(pick(n, 'value')) < 0.005 ? 0 : pick(n, 'value'))
set palette defined (-1 '#D55E00', 0 'white', 1 '#4a9fd8')
set cbrange [-0.6807:0.6807]
unset colorbox
unset key
set border 31 lw 0.5 lc rgb '#444444'
set multiplot
set label 1 'paths: run 3a566a38aa3b555f, step 8000: type\_0 two\_hop, difficulty 2, k\_cutoff 4' at screen 0.0361, screen 0.9415 font ',13'
set label 2 'What the probability of the changed text''s next token gains when one part hears of the change from one earlier' at screen 0.0361, screen 0.1117 font ',10' tc rgb '#555555'
set label 3 'part alone. Rows send, columns hear. Beside it: the model before training.' at screen 0.0361, screen 0.0718 font ',10' tc rgb '#555555'
set lmargin at screen 0.1807
set rmargin at screen 0.4819
set tmargin at screen 0.7766
set bmargin at screen 0.4309
set title 'probability' font ',11' offset 0,-0.6
set xrange [0.5:5.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('block 1 head 1' 1, 'block 1 mlp' 2, 'block 2 head 1' 3, 'block 2 mlp' 4, 'logits' 5) font ',9'
set ytics scale 0 ('embedding' 1, 'block 1 head 1' 2, 'block 1 mlp' 3, 'block 2 head 1' 4, 'block 2 mlp' 5) font ',9'
plot 'paths_k_cutoff_4_step_8000.tsv' using (pick(1,'x')):(pick(1,'y')):(0.5):(0.5):(pick(1,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'paths_k_cutoff_4_step_8000.tsv' using (pick(1,'x')):(pick(1,'y')):(shown(1)) \
  with labels font ',9'
unset label 1
unset label 2
unset label 3
set lmargin at screen 0.6627
set rmargin at screen 0.9639
set tmargin at screen 0.7766
set bmargin at screen 0.4309
set title 'untrained' font ',11' offset 0,-0.6
set xrange [0.5:5.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('block 1 head 1' 1, 'block 1 mlp' 2, 'block 2 head 1' 3, 'block 2 mlp' 4, 'logits' 5) font ',9'
set ytics scale 0 ('embedding' 1, 'block 1 head 1' 2, 'block 1 mlp' 3, 'block 2 head 1' 4, 'block 2 mlp' 5) font ',9'
plot 'paths_k_cutoff_4_step_8000.tsv' using (pick(2,'x')):(pick(2,'y')):(0.5):(0.5):(pick(2,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'paths_k_cutoff_4_step_8000.tsv' using (pick(2,'x')):(pick(2,'y')):(shown(2)) \
  with labels font ',9'
unset multiplot
