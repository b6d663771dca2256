# paths_k_cutoff_4_step_8000.svg, drawn from paths_k_cutoff_4_step_8000.tsv. To change it, edit this file and run: gnuplot paths_k_cutoff_4_step_8000.gp
# As pdf: gnuplot -e "format='pdf'" paths_k_cutoff_4_step_8000.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.364in,4.104in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 803,394 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'paths_k_cutoff_4_step_8000'
}
set output 'paths_k_cutoff_4_step_8000'.'.'.format
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the cells of map n
pick(n, name) = column('panel') == n ? column(name) : NaN
shown(n) = sprintf('%.2f', abs(pick(n, 'value')) < 0.005 ? 0 : pick(n, 'value'))
unset key
set border 31 lw 0.5 lc rgb '#444444'
set palette defined (0 'white', 1 '#4a9fd8')
set cbrange [0:1]
set colorbox horizontal user origin screen 0.8256, screen 0.9239 size screen 0.1370, screen 0.0228
set cbtics 0.5 scale 0.3 offset 0,0.6 font ',9'
set multiplot
set label 1 '{/:Bold paths: two\_hop, pool type\_0}' at screen 0.0299, screen 0.9442 font ',13'
set label 2 'k\_cutoff 4, model 2 blocks of 1 head, width 64, run 3a566a38aa3b555f (seed 3), one seed, step 8,000' at screen 0.0299, screen 0.8934 font ',10' tc rgb '#444444'
set label 3 'What the probability of the changed text''s next token gains when one part hears of the change from one earlier part alone. Rows send,' at screen 0.0299, screen 0.1066 font ',10' tc rgb '#555555'
set label 4 'columns hear. Beside it: the model before training.' at screen 0.0299, screen 0.0685 font ',10' tc rgb '#555555'
set lmargin at screen 0.1495
set rmargin at screen 0.3986
set tmargin at screen 0.7411
set bmargin at screen 0.4112
set title 'probability' font ',11' offset 0,-0.7
set xrange [0.5:5.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('block 1 head 1' 1, 'block 1 mlp' 2, 'block 2 head 1' 3, 'block 2 mlp' 4, 'logits' 5) font ',9'
set ytics scale 0 ('embedding' 1, 'block 1 head 1' 2, 'block 1 mlp' 3, 'block 2 head 1' 4, 'block 2 mlp' 5) font ',9'
plot 'paths_k_cutoff_4_step_8000.tsv' using (pick(1,'x')):(pick(1,'y')):(0.5):(0.5):(pick(1,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'paths_k_cutoff_4_step_8000.tsv' using (pick(1,'x')):(pick(1,'y')):(shown(1)) \
  with labels font ',9'
unset colorbox
unset label 1
unset label 2
unset label 3
unset label 4
set lmargin at screen 0.5480
set rmargin at screen 0.7971
set tmargin at screen 0.7411
set bmargin at screen 0.4112
set title 'untrained' font ',11' offset 0,-0.7
set xrange [0.5:5.5]
set yrange [5.5:0.5]
set xtics rotate by 90 right scale 0 ('block 1 head 1' 1, 'block 1 mlp' 2, 'block 2 head 1' 3, 'block 2 mlp' 4, 'logits' 5) font ',9'
set ytics scale 0 ('embedding' 1, 'block 1 head 1' 2, 'block 1 mlp' 3, 'block 2 head 1' 4, 'block 2 mlp' 5) font ',9'
plot 'paths_k_cutoff_4_step_8000.tsv' using (pick(2,'x')):(pick(2,'y')):(0.5):(0.5):(pick(2,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'paths_k_cutoff_4_step_8000.tsv' using (pick(2,'x')):(pick(2,'y')):(shown(2)) \
  with labels font ',9'
unset multiplot
